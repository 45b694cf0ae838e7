package com.customerfocus.incoming.message;

import com.customerfocus.support.Texts;
import java.util.regex.Pattern;

/**
 * Whether a mail without any header that says so is an out-of-office answer. Both must say it: the
 * subject begins as programs let it begin, in English, Spanish, German or French, and the text, a
 * short one, says that its writer is away. A text that asks anything is a person's: better that a
 * person reads an out-of-office than that a customer is not read.
 */
final class OutOfOfficeRule {

  private static final int LONGEST = 1_500;

  private static final Pattern SUBJECT =
      start(
          "automatic reply",
          "auto(matic)?[- ]?(reply|response)",
          "out[- ]of[- ](the[- ])?office",
          "respuesta autom[aá]tica",
          "fuera de (la )?oficina",
          "automatische antwort",
          "abwesenheits(notiz|benachrichtigung|meldung)",
          "r[eé]ponse automatique",
          "(message d.)?absence (du|de) bureau",
          "absent(e)? du bureau");

  private static final Pattern AWAY =
      anywhere(
          "out of (the )?office",
          "(am|be|is) (currently |away |out )?(on|away|out)\\b.{0,60}\\b(until|till|from|return|back|leave|vacation|holiday)",
          "on (annual |parental |sick |maternity )?(leave|vacation|holiday)",
          "limited access to (my )?e?-?mails?",
          "fuera de (la |mi )?oficina",
          "(estoy|estar[eé]|me encuentro) (ausente|de vacaciones|de baja|fuera)",
          "(nicht|erst) (im|wieder im) (b[uü]ro|haus)",
          "(bin|werde) .{0,80}(abwesend|im urlaub|nicht erreichbar|wieder erreichbar)",
          "(suis|serai) (actuellement )?(absent|en cong[eé]s?|en vacances)",
          "absent(e)? du bureau");

  private OutOfOfficeRule() {}

  static boolean matches(String subject, String text) {
    return text.length() <= LONGEST
        && text.indexOf('?') < 0
        && SUBJECT.matcher(Texts.strip(subject)).find()
        && AWAY.matcher(text).find();
  }

  private static Pattern start(String... ways) {
    return pattern("^(%s)\\b".formatted(String.join("|", ways)));
  }

  private static Pattern anywhere(String... ways) {
    return pattern("\\b(%s)".formatted(String.join("|", ways)));
  }

  private static Pattern pattern(String pattern) {
    return Pattern.compile(
        pattern,
        Pattern.CASE_INSENSITIVE
            | Pattern.UNICODE_CASE
            | Pattern.UNICODE_CHARACTER_CLASS
            | Pattern.DOTALL);
  }
}
