//! Tables made from Unicode CLDR by `scripts/cldr-tables.mjs`.

pub(in crate::figure) mod currencies;
pub(in crate::figure) mod units;
