package org.muscat.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import net.logstash.logback.composite.JsonProviders;
import net.logstash.logback.composite.loggingevent.LogLevelJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggerNameJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventFormattedTimestampJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventThreadNameJsonProvider;
import net.logstash.logback.composite.loggingevent.MdcJsonProvider;
import net.logstash.logback.composite.loggingevent.MessageJsonProvider;
import net.logstash.logback.composite.loggingevent.StackTraceJsonProvider;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;

/** The log for programs: an event is an object in a line of its own. */
final class JsonLines extends LoggingEventCompositeJsonEncoder {

  JsonLines() {
    LoggingEventFormattedTimestampJsonProvider time =
        new LoggingEventFormattedTimestampJsonProvider();
    time.setTimeZone("UTC");
    JsonProviders<ILoggingEvent> fields = getProviders();
    fields.addProvider(time);
    fields.addProvider(new MessageJsonProvider());
    fields.addProvider(new LoggerNameJsonProvider());
    fields.addProvider(new LoggingEventThreadNameJsonProvider());
    fields.addProvider(new LogLevelJsonProvider());
    fields.addProvider(new StackTraceJsonProvider());
    fields.addProvider(new MdcJsonProvider());
    fields.addProvider(new KeyValues());
  }
}
