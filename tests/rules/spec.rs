//! The specification tables of `tests/data/specs`, as data.

use serde::Deserialize;

/// The facts of one method's documentation page.
#[derive(Deserialize)]
pub struct Spec {
    pub method: Method,
    pub request: Vec<Field>,
    pub response: Vec<Field>,
    pub rule: Vec<Rule>,
    pub error: Vec<Error>,
}

#[derive(Deserialize)]
pub struct Method {
    pub name: String,
    #[serde(default)]
    pub retired_on: Option<String>,
    pub idempotency: String,
    pub response_node: String,
    pub error_codes: Vec<String>,
}

#[derive(Deserialize)]
pub struct Field {
    pub path: String,
    pub r#type: String,
    pub must: String,
    pub max_len: Option<usize>,
    pub r#enum: Option<Vec<String>>,
    #[serde(default)]
    pub open: bool,
    #[serde(default)]
    pub deprecated: bool,
}

#[derive(Deserialize)]
pub struct Rule {
    pub id: String,
}

#[derive(Deserialize)]
pub struct Error {
    pub code: String,
    pub retry: String,
}

impl Spec {
    /// The table of a method.
    pub fn of(method: &str) -> Self {
        let path = format!("{}/data/specs/{method}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}
