/** Attachments as downloads. */
package com.customerfocus.attachment.web;
