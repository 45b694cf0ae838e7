package com.customerfocus.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spellings that are one name, and names that are two. */
class NameKeyTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Jan Dvořák         | jan dvorak
          Łukasz Żółć        | LUKASZ ZOLC
          Nguyễn Văn An      | nguyen van an
          Đặng Thị Hà        | Dang Thi Ha
          Seán O’Brien       | Sean O'Brien
          Seán OʼBrien       | sean o`brien
          Zoë D´Arcy         | Zoe D'Arcy
          Jean‑Luc Müller    | jean-luc muller
          Anne – Marie       | Anne - Marie
          Søren Ærø          | soren aero
          Þórður Guðmundsson | Thordur Gudmundsson
          Işıl Çağrı         | ISIL CAGRI
          İstanbul           | istanbul
          Gauß               | GAUSS
          GROẞE STRAẞE       | Große Straße
          Πωλήσεις           | ΠΩΛΗΣΕΙΣ
          Οδυσσέας           | οδυσσεας
          Фёдор Йович        | федор Йович
          محـــمد بن علي     | محمد بن علي
          مُحَمَّد              | محمد
          أحمد               | احمد
          إبراهيم آل         | ابراهيم ال
          فاطمة              | فاطمه
          ليلى               | لیلی
          قسم ١              | قسم 1
          עִבְרִית              | עברית
          Ｓａｌｅｓ　１         | Sales 1
          ﬁnance             | FINANCE
          한국어              | 한국어
          Ștefan Țîrlea      | Stefan Tirlea
          Ştefan             | Ștefan
          Mjölnir‏           | mjolnir
          """)
  void theseAreOneName(String one, String other) {
    assertThat(NameKey.of(one)).isEqualTo(NameKey.of(other));
    assertThat(NameKey.same(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C              | C++
          C              | C#
          Kjøp           | Kjæp
          Отдел продаж 1 | Склад 1
          销售部          | 仓库
          か             | が
          राम            | रीमा
          มา             | มี
          R&D            | RD
          New York       | Newyork
          Madrid         | Madird
          Sales 1        | Sales 2
          Πωλήσεις       | Αγορές
          """)
  void theseAreTwoNames(String one, String other) {
    assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other)).isNotEmpty();
  }

  @Test
  void blanksOfAnyKindAreOneBlank() {
    assertThat(NameKey.of("\u2003Ana\u00A0 \t\u202FRuiz\u200B\n")).isEqualTo("ana ruiz");
    assertThat(NameKey.of(" \u200B\u00AD\u0301 ")).isEmpty();
  }

  @Test
  void everyLetterHasAKeyThatIsItsOwnKey() {
    var wrong = new ArrayList<String>();
    for (var sign = 0; sign <= 0x1FFFF; sign++) {
      if (Character.isDefined(sign) && Character.getType(sign) != Character.SURROGATE) {
        var text = "a" + Character.toString(sign) + "b";
        var key = NameKey.of(text);
        if (!NameKey.of(key).equals(key)
            || !NameKey.of(Normalizer.normalize(text, Normalizer.Form.NFD)).equals(key)
            || !NameKey.of(Normalizer.normalize(text, Normalizer.Form.NFC)).equals(key)
            || !NameKey.of(text.toLowerCase(Locale.ROOT)).equals(key)
            || !isWithIotaBelow(text) && !NameKey.of(text.toUpperCase(Locale.ROOT)).equals(key)) {
          wrong.add("%04X".formatted(sign));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Capitals write this mark of ancient Greek as a letter beside. */
  private static boolean isWithIotaBelow(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).indexOf('\u0345') >= 0;
  }
}
