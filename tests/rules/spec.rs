//! The specification tables of `tests/data/specs` and `tests/data/catalog`, as data.

use std::path::Path;

use serde::Deserialize;

/// The facts of one method, from its documentation page or from the catalogue of Alipay's SDKs.
#[derive(Deserialize)]
pub(crate) struct Spec {
    pub(crate) method: Method,
    pub(crate) request: Vec<Field>,
    pub(crate) response: Vec<Field>,
    #[serde(default)]
    pub(crate) rule: Vec<Rule>,
    #[serde(default)]
    pub(crate) error: Vec<Error>,
    /// The facts are the catalogue's, which knows less than a page.
    #[serde(skip)]
    pub(crate) is_catalogue: bool,
}

#[derive(Deserialize)]
pub(crate) struct Method {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) retired_on: Option<String>,
    #[serde(default)]
    pub(crate) idempotency: String,
    pub(crate) response_node: String,
    #[serde(default)]
    pub(crate) parameters: Vec<String>,
    #[serde(default)]
    pub(crate) encrypts: bool,
    pub(crate) error_codes: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct Field {
    pub(crate) path: String,
    pub(crate) r#type: String,
    /// Empty: nobody knows.
    #[serde(default)]
    pub(crate) must: String,
    pub(crate) max_len: Option<usize>,
    pub(crate) max_items: Option<usize>,
    pub(crate) r#enum: Option<Vec<String>>,
    /// Bounds of an amount.
    pub(crate) min: Option<String>,
    pub(crate) max: Option<String>,
    #[serde(default)]
    pub(crate) open: bool,
    #[serde(default)]
    pub(crate) deprecated: bool,
    /// `warn`: the page itself contradicts that the field is required.
    #[serde(default)]
    pub(crate) enforce: String,
}

#[derive(Deserialize)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) fields: Vec<String>,
    /// What the client does: `error` refuses, `warn` advises, `off` nothing.
    #[serde(default)]
    pub(crate) enforce: String,
}

#[derive(Deserialize)]
pub(crate) struct Error {
    pub(crate) code: String,
    pub(crate) retry: String,
}

/// A field that Alipay's SDKs have and the page lacks.
pub(crate) struct Beyond {
    pub(crate) path: String,
    pub(crate) r#type: String,
}

impl Spec {
    /// The table of a method: of its page where there is one, else of the catalogue.
    pub(crate) fn of(method: &str) -> Self {
        let [page, catalogue] =
            ["specs", "catalog"].map(|from| format!("{}/data/{from}/{method}.toml", env!("CARGO_MANIFEST_DIR")));
        let is_catalogue = !Path::new(&page).exists();
        let path = if is_catalogue { catalogue } else { page };
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let spec: Self = toml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        Self { is_catalogue, ..spec }
    }

    /// What a method's request has beyond its page; for most methods nothing.
    pub(crate) fn beyond_the_page(method: &str) -> Vec<Beyond> {
        let path = format!("{}/data/specs/{method}.beyond-the-page.txt", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        lines
            .map(|line| {
                let (path, r#type) = line.split_once(' ').unwrap_or_else(|| panic!("{path}: {line}"));
                Beyond { path: path.to_owned(), r#type: r#type.to_owned() }
            })
            .collect()
    }

    /// Whether the page gives this field, which it calls a text, the bounds of a number.
    pub(crate) fn is_number(&self, path: &str) -> bool {
        let of_numbers = |rule: &&Rule| matches!(rule.kind.as_str(), "range" | "decimals");
        self.rule.iter().filter(of_numbers).any(|rule| rule.fields.iter().any(|field| field == path))
    }
}
