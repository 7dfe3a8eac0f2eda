//! People, organizations, places and other named things, each with its mentions.

use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int32Builder, Int64Builder, StringBuilder};
use arrow_schema::ArrowError;

use super::column::{Names, Spans, full, name_of, sparse};
use super::{Article, Rows as Table};
use crate::annotation::{Annotation, Mention, Span};

pub(super) struct Rows {
    articles: Vec<u32>,
    entity: Int32Builder,
    kind: Names,
    name: Names,
    description: StringBuilder,
    latitude: Float64Builder,
    longitude: Float64Builder,
    country: Names,
    geonames: Int64Builder,
    mentions: Spans,
}

impl Rows {
    pub(super) fn new(coded: bool) -> Self {
        Self {
            articles: Vec::new(),
            entity: Int32Builder::new(),
            kind: Names::new(coded),
            name: Names::new(coded),
            description: StringBuilder::new(),
            latitude: Float64Builder::new(),
            longitude: Float64Builder::new(),
            country: Names::new(coded),
            geonames: Int64Builder::new(),
            mentions: Spans::new(Some("form")),
        }
    }

    pub(super) fn push(&mut self, row: u32, article: &Article, found: &Annotation) {
        let mut mentions: Vec<Vec<&Mention>> = vec![Vec::new(); found.entities.len()];
        for mention in &found.mentions {
            mentions[mention.entity as usize].push(mention);
        }
        for (entity, mentions) in found.entities.iter().zip(mentions) {
            self.articles.push(row);
            self.entity.append_value(entity.id as i32);
            self.kind.push_kind(Some(entity.kind));
            self.name.push(Some(&entity.name));
            self.description.append_option(entity.description.as_deref());
            let place = entity.place.as_ref();
            self.latitude.append_option(place.map(|p| p.latitude));
            self.longitude.append_option(place.map(|p| p.longitude));
            self.country.push(place.map(|p| &*p.country));
            self.geonames.append_option(place.and_then(|p| p.geonames).map(i64::from));
            let mentions =
                mentions.into_iter().map(|m| (Span { start: m.start, end: m.end }, name_of(m.form)));
            self.mentions.push_kinds(article, mentions);
        }
    }

    pub(super) fn finish(mut self) -> Result<Table, ArrowError> {
        let columns = vec![
            full("entity", Arc::new(self.entity.finish())),
            full("kind", self.kind.finish()),
            full("name", self.name.finish()),
            sparse("description", Arc::new(self.description.finish())),
            sparse("latitude", Arc::new(self.latitude.finish())),
            sparse("longitude", Arc::new(self.longitude.finish())),
            sparse("country", self.country.finish()),
            sparse("geonames", Arc::new(self.geonames.finish())),
            full("mentions", self.mentions.finish()?),
        ];
        Ok(Table { articles: self.articles, columns })
    }
}
