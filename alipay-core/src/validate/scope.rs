//! What every rule is given, and what it gives back: where it stands, and how it was broken.

use crate::record::Record;
use crate::schema::Field;
use crate::trail::Trail;
use crate::violation::{Found, Limit, RuleCode};

/// The record that holds the rules in question, from which their paths start.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) root: &'a dyn Record,
    pub(super) record: &'a dyn Record,
    pub(super) trail: &'a Trail<'a>,
    /// The record stands in a field declared `secret`, and so does everything inside it.
    pub(super) is_secret: bool,
}

impl Scope<'_> {
    /// Whether no number of this field may be told.
    pub(super) fn hides(&self, field: &Field) -> bool {
        self.is_secret || field.secret
    }
}

/// A broken rule, before it is known where and how severe.
pub(super) struct Breach {
    pub(super) code: RuleCode,
    pub(super) limit: Limit,
    pub(super) found: Found,
}

impl Breach {
    pub(super) fn new(code: RuleCode, limit: Limit, found: Found) -> Self {
        Self { code, limit, found }
    }
}
