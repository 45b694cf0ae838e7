package com.customerfocus.customer.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type on the phone, and which names it finds. */
class SearchTermsTests {

  @ParameterizedTest(name = "\"{1}\" finds {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Siobhán O’Rourke     | O'Rourke",
        "Siobhán O’Rourke     | ORourke",
        "Siobhán O’Rourke     | O Rourke",
        "Siobhán O’Rourke     | rourke siobhan",
        "Beatrice Fontaine    | Beatrice F.",
        "Lena Strauss         | L. Strauss",
        "Dr. Lena Strauss     | Dr Strauss",
        "Dr Lena Strauss      | Dr. Strauss",
        "J.R. Núñez           | j r nunez",
        "Anne-Marie d'Arc     | darc",
        "Anne-Marie d'Arc     | arc anne marie",
        "김철수                  | 철수",
        "김철수                  | 김",
        "山田太郎                 | 太郎",
        "Ελένη Παπαδοπούλου   | παπαδοπουλου",
        "Мария Иванова        | ИВАНОВА",
      })
  void aNameIsFoundByWhatPeopleType(String name, String typed) {
    var terms = SearchTerms.ofName(name);

    assertThat(SearchTerms.typed(typed))
        .isNotEmpty()
        .allSatisfy(word -> assertThat(terms).anyMatch(term -> term.startsWith(word)));
  }

  @ParameterizedTest
  @CsvSource({
    "Harriet Lockwood <Harriet.L@example.com>, harriet.l@example.com",
    "mail: harriet@example.com;, harriet@example.com",
    "HARRIET@example, harriet@example",
  })
  void ofAPastedTextWithAMailAddressTheAddressCounts(String typed, String word) {
    assertThat(SearchTerms.typed(typed)).containsExactly(word);
  }
}
