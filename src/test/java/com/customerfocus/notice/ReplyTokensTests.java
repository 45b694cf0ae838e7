package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.link.LinkSigner;
import com.customerfocus.link.ProgramAddress;
import com.customerfocus.support.InvalidSettingException;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTokensTests {

  private final ReplyTokens tokens = tokens("reply@focus.example", 1);

  @ParameterizedTest
  @ValueSource(longs = {1, 4711, Integer.MAX_VALUE, 9_999_999_999L})
  void anAddressSaysWhichNoticeIsAnswered(long notice) {
    var reply = tokens.replyAddress(notice).orElseThrow();
    var bounce = tokens.bounceAddress(notice).orElseThrow();

    assertThat(reply).matches("reply\\+%d-[0-9a-f]{32}@focus\\.example".formatted(notice));
    assertThat(bounce).isEqualTo(reply.replace("reply+", "bounce+"));
    assertThat(tokens.noticeAt(reply)).contains(notice);
    assertThat(tokens.noticeAt(bounce)).contains(notice);
    assertThat(tokens.noticeOf(reply.replaceAll(".*\\+|@.*", ""))).contains(notice);
  }

  @ParameterizedTest
  @CsvSource({
    "<notice-4711@focus.example>, 4711",
    "<NOTICE-4711@Focus.Example>, 4711",
    "<notice-4711@focus-example>,",
    "<notice-4711@other.example>,",
    "<notice-x@focus.example>,",
    "<notice-1234567890123456789@focus.example>,",
    "notice-4711@focus.example,"
  })
  void aMessageIdOfOursSaysTheNotice(String messageId, Long notice) {
    assertThat(tokens.messageId(4711)).isEqualTo("<notice-4711@focus.example>");
    assertThat(tokens.noticeWithMessageId(messageId)).isEqualTo(Optional.ofNullable(notice));
  }

  @Test
  void aServerMayChangeUpperAndLowerCase() {
    var reply = tokens.replyAddress(4711).orElseThrow();

    assertThat(tokens.noticeAt(reply.toUpperCase(Locale.ROOT))).contains(4711L);
  }

  @Test
  void aTokenOfAnotherNoticeOrInstallationIsNone() {
    var token = tokens.replyAddress(4711).orElseThrow().replaceAll(".*\\+|@.*", "");

    assertThat(tokens.noticeOf(token.replace("4711", "4712"))).isEmpty();
    assertThat(tokens.noticeOf("0" + token)).isEmpty();
    assertThat(tokens("reply@focus.example", 2).noticeOf(token)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "+",
        "+@",
        "reply@focus.example",
        "reply+@focus.example",
        "ana+news@focus.example",
        "reply@focus.example+1-0123456789abcdef0123456789abcdef",
        "reply+9999999999999999999-0123456789abcdef0123456789abcdef@focus.example",
        "reply+1-0123456789abcdef0123456789abcdef@focus.example"
      })
  void anyOtherAddressNamesNoNotice(String address) {
    assertThat(tokens.noticeAt(address)).isEmpty();
  }

  @Test
  void withoutTheSettingMailsHaveNoTokens() {
    var none = tokens(" ", 1);

    assertThat(none.replyAddress(1)).isEmpty();
    assertThat(none.bounceAddress(1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "focus.example",
        "reply@",
        "@focus.example",
        "Replies <reply@focus.example>",
        "reply+x@focus.example",
        "a-name-that-is-too-long-for-a-token@focus.example"
      })
  void theProgramDoesNotStartWithAnAddressThatCannotCarryAToken(String address) {
    assertThatThrownBy(() -> tokens(address, 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("customer-focus.incoming.reply-address");
  }

  @Test
  void theLongestAddressIsWithinTheLimitOfAMailServer() {
    var longest = tokens("replies-to-customer@focus.example", 1);

    assertThat(longest.replyAddress(9_999_999_999L).orElseThrow().indexOf('@'))
        .isLessThanOrEqualTo(64);
  }

  private static ReplyTokens tokens(String replyAddress, int key) {
    var bytes = new byte[32];
    bytes[0] = (byte) key;
    return new ReplyTokens(
        new LinkSigner("https://focus.example", bytes),
        new ProgramAddress("https://focus.example"),
        replyAddress);
  }
}
