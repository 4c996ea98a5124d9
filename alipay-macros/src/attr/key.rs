//! The words of the declaration language.

syn::custom_keyword!(coalesce);

/// What may stand on one field and is no rule.
pub(super) const FIELD_FACTS: &[&str] = &["rename", "secret", "allow_empty", "parameter"];

/// What may stand on a struct and is no rule.
pub(super) const STRUCT_FACTS: &[&str] = &["crate"];

/// What may stand on the struct of a request and is no rule.
pub(super) const REQUEST_FACTS: &[&str] = &[
    "method",
    "response",
    "error",
    "docs",
    "retired",
    "in_progress",
    "read_only",
    "idempotent_by",
    "page",
    "app",
    "encrypts",
];

/// What may stand on the struct of a message and is no rule.
pub(super) const MESSAGE_FACTS: &[&str] = &["method", "docs"];

/// Rules about one field.
pub(super) const FIELD_RULES: &[&str] = &[
    "required",
    "min_len",
    "max_len",
    "max_bytes",
    "min_items",
    "max_items",
    "range",
    "decimals",
    "digits",
    "positive",
    "excludes",
    "requires",
    "required_if",
    "forbidden_if",
    "greater_than",
    "at_least",
    "same_as",
    "value_if",
    "allowed_if",
    "check",
];

/// Rules about several fields.
pub(super) const STRUCT_RULES: &[&str] = &["all_or_none", "exactly_one", "at_least_one", "at_most_one"];

/// What may stand around a rule of either sort.
pub(super) const WRAPPERS: &[&str] = &["advise", "when"];
