package com.customerfocus.engine.identity;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A session that lives for one request, until an attribute is set that requires a stored one. */
class RequestSession implements HttpSession {

  private final ServletContext program;
  private final Predicate<Object> mustBeStored;
  private final Supplier<HttpSession> store;
  private final Map<String, Object> attributes = new HashMap<>();
  private HttpSession stored;
  private boolean ended;

  RequestSession(
      ServletContext program, Predicate<Object> mustBeStored, Supplier<HttpSession> store) {
    this.program = program;
    this.mustBeStored = mustBeStored;
    this.store = store;
  }

  boolean isEnded() {
    return ended;
  }

  @Override
  public void setAttribute(String name, Object value) {
    if (stored == null && mustBeStored.test(value)) {
      stored = store.get();
    }
    if (stored == null) {
      attributes.put(name, value);
    } else {
      stored.setAttribute(name, value);
    }
  }

  @Override
  public Object getAttribute(String name) {
    return stored == null ? attributes.get(name) : stored.getAttribute(name);
  }

  @Override
  public Enumeration<String> getAttributeNames() {
    return stored == null
        ? Collections.enumeration(attributes.keySet())
        : stored.getAttributeNames();
  }

  @Override
  public void removeAttribute(String name) {
    if (stored == null) {
      attributes.remove(name);
    } else {
      stored.removeAttribute(name);
    }
  }

  @Override
  public void invalidate() {
    ended = true;
    if (stored != null) {
      stored.invalidate();
    }
  }

  @Override
  public String getId() {
    return stored == null ? "" : stored.getId();
  }

  @Override
  public long getCreationTime() {
    return stored == null ? 0 : stored.getCreationTime();
  }

  @Override
  public long getLastAccessedTime() {
    return stored == null ? 0 : stored.getLastAccessedTime();
  }

  @Override
  public int getMaxInactiveInterval() {
    return stored == null ? 0 : stored.getMaxInactiveInterval();
  }

  @Override
  public void setMaxInactiveInterval(int seconds) {
    if (stored != null) {
      stored.setMaxInactiveInterval(seconds);
    }
  }

  @Override
  public ServletContext getServletContext() {
    return program;
  }

  @Override
  public boolean isNew() {
    return stored == null || stored.isNew();
  }
}
