package org.muscat.server.model;

import org.muscat.engine.response.AsymmetricResponse;
import org.muscat.engine.theatre.MarginModel;
import org.muscat.engine.theatre.TheatreModel;
import org.muscat.store.SourceRanking;

/** What all theatres of a model file share, and what needs no plugin. */
record ModelHead(
    String id,
    int version,
    String hash,
    SourceRanking sources,
    AsymmetricResponse response,
    MarginModel margin,
    TheatreModel.History history) {}
