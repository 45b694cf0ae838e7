package com.customerfocus.attachment;

import com.customerfocus.access.Actor;

/**
 * Who may download what is attached to the things of a capability. The capability makes it a bean;
 * files of a kind without such a bean cannot be downloaded, not even by administrators.
 */
public interface AttachmentReaders {

  /** The kind of subjects that this decides about, see {@link AttachmentSubject#kind}. */
  String subjectKind();

  /**
   * Whether this person may download the files of this subject. Called for each download.
   *
   * @param subjectId may be the number of a thing that is gone
   */
  boolean mayRead(long subjectId, Actor reader);
}
