package org.muscat.server.http;

import io.vertx.core.buffer.Buffer;

/** A successful answer. */
record Answer(String contentType, Buffer body) {}
