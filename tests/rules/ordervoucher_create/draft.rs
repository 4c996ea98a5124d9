//! A request that a table of cases changes at a path, and the tables' rows.

use std::sync::LazyLock;

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::schema::Severity;
use alipay_apis::violation::RuleCode;
use serde_json::{Map, Value};

use crate::shown::rule;
use crate::spec::Spec;

/// A path and its new value: JSON, or else a text. An empty value takes away what is there.
pub(super) type Change = (&'static str, &'static str);

/// A request as JSON.
#[derive(Debug, Clone)]
pub(super) struct Draft(pub(super) Value);

impl Draft {
    pub(super) fn of(request: &ActivityOrdervoucherCreate) -> Self {
        Self(serde_json::to_value(request).expect("a request is JSON"))
    }

    /// The same request with these changes; objects on the way are made.
    pub(super) fn with(mut self, changes: &[Change]) -> Self {
        for (path, value) in changes {
            self.set(path, value);
        }
        self
    }

    pub(super) fn set(&mut self, path: &str, value: &str) {
        let (outer, last) = path.rsplit_once('.').unwrap_or(("", path));
        let mut place = &mut self.0;
        for step in outer.split('.').filter(|step| !step.is_empty()) {
            place =
                place.as_object_mut().expect("an object").entry(step).or_insert_with(|| Value::Object(Map::default()));
        }
        let object = place.as_object_mut().unwrap_or_else(|| panic!("{path} is not in an object"));
        if value.is_empty() {
            object.remove(last);
        } else {
            object.insert(last.to_owned(), serde_json::from_str(value).unwrap_or_else(|_| value.into()));
        }
    }

    /// The value at a path.
    pub(super) fn at(&self, path: &str) -> Option<&Value> {
        path.split('.').try_fold(&self.0, |place, step| place.get(step))
    }

    /// Leaves out what is `null`.
    pub(super) fn remove_nulls(&mut self) {
        fn within(value: &mut Value) {
            if let Value::Object(members) = value {
                members.retain(|_, member| !member.is_null());
                members.values_mut().for_each(within);
            }
        }
        within(&mut self.0);
    }

    /// The typed request.
    pub(super) fn request(&self) -> ActivityOrdervoucherCreate {
        self.try_request().unwrap_or_else(|error| panic!("{error}: {}", self.0))
    }

    pub(super) fn try_request(&self) -> Result<ActivityOrdervoucherCreate, String> {
        alipay_apis::json::from_str(&self.0.to_string()).map_err(|error| error.to_string())
    }
}

/// A rule of the specification with requests that keep it and requests that break it and nothing
/// else. How severe that is says the specification.
pub(super) struct Row {
    pub(super) id: &'static str,
    pub(super) base: fn() -> Draft,
    pub(super) accepted: &'static [&'static [Change]],
    pub(super) refused: &'static [&'static [Change]],
    /// What is found in each of the latter: where, and which rule.
    pub(super) finding: (&'static str, RuleCode),
}

/// Shows rows.
pub(super) fn show(rows: &[Row]) {
    for Row { id, base, accepted, refused, finding: (path, code) } in rows {
        let mut shown = rule(id);
        for changes in *accepted {
            shown = shown.accepts(&base().with(changes).request());
        }
        for changes in *refused {
            shown = shown.finds(&base().with(changes).request(), &[(path, *code, severity(id))]);
        }
    }
}

/// The table of the method.
pub(super) static SPEC: LazyLock<Spec> = LazyLock::new(|| Spec::of(ActivityOrdervoucherCreate::METHOD));

/// How severe the specification has a rule of the client's.
pub(super) fn severity(id: &str) -> Severity {
    match enforced(id) {
        "error" => Severity::Refuse,
        "warn" => Severity::Advise,
        other => panic!("{id} is `{other}`"),
    }
}

/// What the specification has the client do about a rule.
pub(super) fn enforced(id: &str) -> &'static str {
    let rule = SPEC.rule.iter().find(|rule| rule.id == id).unwrap_or_else(|| panic!("no rule {id}"));
    &rule.enforce
}
