package com.customerfocus.testing;

import com.customerfocus.incoming.IncomingMail;
import com.customerfocus.incoming.IncomingMailReader;
import java.util.ArrayList;
import java.util.List;

/** Takes each mail that it is offered. */
public class ReadMails implements IncomingMailReader {

  private final List<IncomingMail> mails = new ArrayList<>();

  @Override
  public boolean read(IncomingMail mail) {
    return mails.add(mail);
  }

  /** Those it took, in order. */
  public List<IncomingMail> mails() {
    return mails;
  }
}
