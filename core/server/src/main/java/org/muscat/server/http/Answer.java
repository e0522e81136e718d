package org.muscat.server.http;

/** A successful answer. */
record Answer(String contentType, byte[] body) {}
