package org.muscat.energy;

import java.util.List;

/** Indicators and the options that they have when none are given, as {@link DefaultsTest} holds. */
final class Defaults {

  static final EwmaVolatility EWMA = new EwmaVolatility();
  static final EwmaVolatilityConfig EWMA_CONFIG =
      new EwmaVolatilityConfig("oil/brent-spot", 100, 0.94);

  static final VarianceRiskPremium PREMIUM = new VarianceRiskPremium();
  static final VarianceRiskPremiumConfig PREMIUM_CONFIG =
      new VarianceRiskPremiumConfig("oil/brent-spot", 21);

  static final OilJump JUMP = new OilJump();
  static final OilJumpConfig JUMP_CONFIG =
      new OilJumpConfig("oil/brent-spot", 100, 0.94, 4, 2.519, 5);

  static final DemandRiskPremium DEMAND = new DemandRiskPremium(new Premiums());
  static final DemandRiskPremiumConfig DEMAND_CONFIG =
      new DemandRiskPremiumConfig(
          "oil/brent-spot", "metals/copper", "rates/us-10y", "fx/usd-broad", 250, 20, 0.001);

  static final ClosureProbability CLOSURE = new ClosureProbability(new Premiums());
  static final ClosureProbabilityConfig CLOSURE_CONFIG =
      new ClosureProbabilityConfig(
          110, "oil/brent-spot", "metals/copper", "rates/us-10y", "fx/usd-broad", 250, 20, 0.001);

  static final SpilloverIndex SPILLOVER = new SpilloverIndex();
  static final SpilloverConfig SPILLOVER_CONFIG =
      new SpilloverConfig(
          List.of("oil/brent-spot", "gas/henry-hub"),
          List.of("volatility/ovx", "volatility/vix"),
          200,
          2,
          10,
          0.94);

  static final BreakevenPassThrough BREAKEVEN = new BreakevenPassThrough();
  static final BreakevenPassThroughConfig BREAKEVEN_CONFIG =
      new BreakevenPassThroughConfig("inflation/us-breakeven-10y", 20);

  static final AsymmetricVolatility ASYMMETRIC = new AsymmetricVolatility();
  static final AsymmetricVolatilityConfig ASYMMETRIC_CONFIG =
      new AsymmetricVolatilityConfig("oil/brent-spot", 1000);

  static final NewsNovelty NOVELTY = new NewsNovelty();
  static final NewsNoveltyConfig NOVELTY_CONFIG = new NewsNoveltyConfig("gpr/all");

  private Defaults() {}
}
