//! The specification tables of `tests/data/specs`, as data.

use serde::Deserialize;

/// The facts of one method's documentation page.
#[derive(Deserialize)]
pub(crate) struct Spec {
    pub(crate) method: Method,
    pub(crate) request: Vec<Field>,
    pub(crate) response: Vec<Field>,
    pub(crate) rule: Vec<Rule>,
    pub(crate) error: Vec<Error>,
}

#[derive(Deserialize)]
pub(crate) struct Method {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) retired_on: Option<String>,
    pub(crate) idempotency: String,
    pub(crate) response_node: String,
    pub(crate) error_codes: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Field {
    pub(crate) path: String,
    pub(crate) r#type: String,
    pub(crate) must: String,
    pub(crate) max_len: Option<usize>,
    pub(crate) r#enum: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) open: bool,
    #[serde(default)]
    pub(crate) deprecated: bool,
}

#[derive(Deserialize)]
pub(crate) struct Rule {
    pub(crate) id: String,
}

#[derive(Deserialize)]
pub(crate) struct Error {
    pub(crate) code: String,
    pub(crate) retry: String,
}

impl Spec {
    /// The table of a method.
    pub(crate) fn of(method: &str) -> Self {
        let path = format!("{}/data/specs/{method}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}
