package com.customerfocus.handoff.report;

import com.customerfocus.access.Actor;
import com.customerfocus.attachment.AttachmentReaders;
import com.customerfocus.attachment.AttachmentSubject;
import com.customerfocus.attachment.Attachments;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.report.HandoffDetails.FileEntry;
import com.customerfocus.support.InvalidInputException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files of handoffs: only the two sides attach and download them. */
@Service
@Transactional
public class HandoffFiles implements AttachmentReaders {

  private final JdbcClient jdbc;
  private final HandoffVisibility readers;
  private final Attachments attachments;

  HandoffFiles(JdbcClient jdbc, HandoffVisibility readers, Attachments attachments) {
    this.jdbc = jdbc;
    this.readers = readers;
    this.attachments = attachments;
  }

  @Override
  public String subjectKind() {
    return Handoff.KIND;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean mayRead(long subjectId, Actor reader) {
    return readers.isOnASide(subjectId, reader);
  }

  /**
   * Attaches a file.
   *
   * @param name as the client sent it, or null
   * @param content or null
   * @return empty when there is no such handoff, or the person is on neither side
   * @throws InvalidInputException when the file may not be kept, or the handoff is over
   */
  public Optional<FileEntry> add(long id, String name, byte[] content, Actor by) {
    var state =
        jdbc.sql("select state from handoff where id = :id for update")
            .param("id", id)
            .query(String.class)
            .optional()
            .filter(it -> readers.isOnASide(id, by))
            .map(HandoffState::valueOf);
    if (state.filter(HandoffState::isOver).isPresent()) {
      throw new InvalidInputException("refusal.handoff.file-over");
    }
    return state.map(
        open ->
            FileEntry.of(
                attachments.add(new AttachmentSubject(Handoff.KIND, id), name, content, by.id())));
  }
}
