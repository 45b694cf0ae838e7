package com.customerfocus.cascade.receipt;

/**
 * A person who was pending has acknowledged the memo. Published in the transaction that records it,
 * with the receipt locked.
 */
public record ReceiptAcknowledged(long receiptId) {}
