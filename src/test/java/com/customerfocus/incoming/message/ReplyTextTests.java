package com.customerfocus.incoming.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a mail without quotes and signatures. Lines are separated by slashes. */
class ReplyTextTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Yes.                                                                  | Yes.
          Yes./> quoted                                                         | Yes.
          > quoted/Yes.                                                         | Yes.
          > only quoted                                                         | > only quoted
          Yes.//On Mon, 2 Mar 2026, Bo <b@x.example> wrote:/> quoted            | Yes.
          Sí.//El lun, 2 mar 2026, Bo <b@x.example> escribió:/> citado          | Sí.
          Ja.//Am 02.03.2026 um 09:00 schrieb Bo:/> Zitat                       | Ja.
          Oui.//Le 2 mars 2026 à 09:00, Bo <b@x.example> a écrit :/> cité       | Oui.
          On Monday my neighbour wrote:/The router is mine.                     | On Monday my neighbour wrote:/The router is mine.
          On 2 March I wrote:/you are late/> and?                               | On 2 March I wrote:/you are late
          Yes.//-----Original Message-----/From: Bo/Hello                       | Yes.
          Sí.//-----Mensaje original-----/De: Bo/Hola                           | Sí.
          Yes.//From: Bo/Sent: Monday/To: Ana/Subject: X//Hello                 | Yes.
          Ja.//Von: Bo/Gesendet: Montag/An: Ana/Betreff: X//Hallo               | Ja.
          Oui.//De : Bo/Envoyé : lundi/À : Ana/Objet : X//Bonjour               | Oui.
          From: the shop I have no answer./Date: none.                          | From: the shop I have no answer./Date: none.
          Yes.//--/Ana                                                          | Yes.
          Yes.//Sent from my iPhone                                             | Yes.
          Sí.//Enviado desde mi iPhone                                          | Sí.
          Ja.//Von meinem iPhone gesendet                                       | Ja.
          Ja.//Outlook für Android<https:!!aka.ms!x> herunterladen              | Ja.
          Oui.//Télécharger Outlook pour iOS<https:!!aka.ms!x>                  | Oui.
          Yes.//Get Outlook for iOS<https:!!aka.ms!x>                           | Yes.
          Begin forwarded message://From: Bo/Date: Monday/Subject: X//Hello     | Begin forwarded message://From: Bo/Date: Monday/Subject: X//Hello
          Two//lines                                                            | Two//lines
          """)
  void ownWords(String text, String own) {
    assertThat(ReplyText.of(text.replace('/', '\n').replace('!', '/')))
        .isEqualTo(own.replace('/', '\n'));
  }
}
