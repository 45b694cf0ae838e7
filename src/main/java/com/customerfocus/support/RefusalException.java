package com.customerfocus.support;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The program does not do what a person asked. The message is for that person: {@link #getMessage}
 * says it in English, {@link #forReader} in the language of the request at hand.
 */
public abstract class RefusalException extends RuntimeException {

  private final transient List<Sentence> sentences;

  protected RefusalException(List<Sentence> sentences, Throwable cause) {
    super(sentences.stream().map(Sentence::inEnglish).collect(Collectors.joining(" ")), cause);
    this.sentences = List.copyOf(sentences);
  }

  /** What it says, a sentence each. */
  public List<Sentence> sentences() {
    return sentences;
  }

  public String forReader() {
    return sentences.stream().map(Sentence::forReader).collect(Collectors.joining(" "));
  }

  /** The same for Tasklist, see {@link Sentence#withoutTags}. */
  public String forTasklist() {
    return sentences.stream()
        .map(Sentence::withoutTags)
        .map(Sentence::forReader)
        .collect(Collectors.joining(" "));
  }
}
