package com.customerfocus.access;

import java.util.List;

/**
 * Accounts were made whose owners have no password yet. Published in the transaction that makes
 * them.
 *
 * @param ids the employee ids, also what the people type to log in
 */
public record AccountsOpened(List<String> ids) {}
