package com.customerfocus.cascade.receipt;

import com.customerfocus.text.Translated;

/**
 * What mails say of the memo that a reader has received.
 *
 * @param sender name of the senior officer who sends the memo
 * @param link absolute address of the reader's personal page
 */
public record ReceiptMemo(long receiptId, String sender, Translated title, String link) {}
