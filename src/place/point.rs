//! Where places lie to each other, and which kinds stand together.

use super::gazetteer::{Candidate, Kind};

/// A point on the unit sphere.
#[derive(Clone, Copy)]
pub struct Point([f32; 3]);

impl Point {
    /// Where a place is.
    pub fn of(candidate: &Candidate) -> Self {
        let (sin, cos) = candidate.latitude.to_radians().sin_cos();
        let (y, x) = candidate.longitude.to_radians().sin_cos();
        Self([cos * x, cos * y, sin])
    }

    /// 1 at the same point, 0.5 at a hundred kilometers, falling with the square of the distance.
    pub fn nearness(&self, other: &Self) -> f32 {
        const HALF: f32 = 100.0 / 6371.0;
        let square: f32 = self.0.iter().zip(&other.0).map(|(a, b)| (a - b) * (a - b)).sum();
        1.0 / (1.0 + square / (HALF * HALF))
    }
}

/// Whether the one is a part of the other.
pub fn lies_in(inner: &Candidate, outer: &Candidate) -> bool {
    match outer.kind {
        Kind::Country => inner.country == outer.country && inner.kind != Kind::Country,
        Kind::Region => {
            let apart = matches!(inner.kind, Kind::Area | Kind::Feature | Kind::Site);
            inner.region == outer.region && inner.kind != Kind::Region
                || apart
                    && inner.country == outer.country
                    && Point::of(inner).nearness(&Point::of(outer)) > 0.1
        }
        Kind::County => {
            inner.region == outer.region
                && inner.kind == Kind::Town
                && Point::of(inner).nearness(&Point::of(outer)) > 0.7
        }
        _ => false,
    }
}

/// Whether it is a town or county.
pub fn is_small(candidate: &Candidate) -> bool {
    matches!(candidate.kind, Kind::Town | Kind::Capital | Kind::County)
}

/// Kinds that stand together in lists.
pub fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Town | Kind::Capital => 0,
        kind => kind as u8,
    }
}
