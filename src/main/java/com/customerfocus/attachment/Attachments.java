package com.customerfocus.attachment;

import com.customerfocus.access.Actor;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the files that people attach, in the transaction of what they are attached by. */
@Service
@Transactional
public class Attachments {

  /** Files of one subject. */
  static final int MOST = 10;

  private final AttachmentRecords records;
  private final ObjectProvider<AttachmentReaders> readers;
  private final Clock clock;

  // Looked up when a person asks: a capability that keeps files here decides who reads them.
  Attachments(AttachmentRecords records, ObjectProvider<AttachmentReaders> readers, Clock clock) {
    this.records = records;
    this.readers = readers;
    this.clock = clock;
  }

  /**
   * Attaches a file. The caller has locked the subject, so that its files are counted one after the
   * other.
   *
   * @param name as the browser sent it; may be null or a whole path
   * @param content may be null, like an empty one
   * @param by login of the person
   * @throws InvalidInputException when the file has no name or no content, is too large, is a
   *     program, is not what its name says, or is one too many
   */
  public Attachment add(AttachmentSubject subject, String name, byte[] content, String by) {
    var file = FileRules.check(name, content);
    if (records.count(subject) >= MOST) {
      throw new InvalidInputException("refusal.attachment.too-many", MOST);
    }
    return records.add(subject, file, by, clock.instant());
  }

  /** All files of a subject, in the order in which they were attached. */
  @Transactional(readOnly = true)
  public List<Attachment> list(AttachmentSubject subject) {
    return records.list(subject);
  }

  /** A file, if there is one with this number that the reader may download. */
  @Transactional(readOnly = true)
  public Optional<Attachment> find(long id, Actor reader) {
    return records.find(id).filter(file -> mayRead(file.subject(), reader));
  }

  private boolean mayRead(AttachmentSubject subject, Actor reader) {
    return readers
        .orderedStream()
        .filter(some -> some.subjectKind().equals(subject.kind()))
        .anyMatch(some -> some.mayRead(subject.id(), reader));
  }

  /** What a file holds, byte by byte as it was attached; empty when it has been removed. */
  @Transactional(readOnly = true)
  public Optional<byte[]> content(long id) {
    return records.content(id);
  }

  /** Removes all files of these subjects for good. */
  public void remove(String subjectKind, Collection<Long> subjectIds) {
    records.remove(subjectKind, subjectIds);
  }
}
