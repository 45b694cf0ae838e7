/**
 * CSV files: read with errors by line, written so that no spreadsheet takes a text for a formula.
 */
package com.customerfocus.csv;
