package com.customerfocus.access;

import java.util.List;

/**
 * Accounts without a password were created. Published in the transaction that creates them.
 *
 * @param ids the employee ids, also the logins
 */
public record AccountsOpened(List<String> ids) {}
