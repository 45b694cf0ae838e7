package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.incoming.message.MailKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mail says to its reader. */
class SaidTests {

  @ParameterizedTest
  @CsvSource({
    "Yes, ,                                yes.pdf,         'Yes\n\n[yes.pdf]'",
    "Yes, 'I take over.\n\n> Dear Mr Ríos', form.pdf,        'I take over.\n\n[form.pdf]'",
    "Yes, I take over.,                    ,                I take over.",
    "Yes, > Dear Mr Ríos,                  ,                > Dear Mr Ríos",
    "Yes, ' ',                             'a.pdf,b.pdf',   'Yes\n\n[a.pdf, b.pdf]'",
  })
  void theOwnWordsElseAllOfItElseTheSubjectAndTheFiles(
      String subject, String text, String files, String said) {
    var mail =
        new IncomingMail(
            1,
            MailKind.HUMAN,
            false,
            "rios@bank.example",
            null,
            subject,
            text,
            Instant.EPOCH,
            null,
            files == null ? List.of() : List.of(files.split(",")),
            null,
            null,
            false);

    assertThat(mail.said()).isEqualTo(said);
  }
}
