//! Rules about whether a field is given.

use super::condition::{holds, resolve};
use super::scope::{Breach, Scope};
use super::words;
use crate::record::Value;
use crate::schema::{Condition, Path};
use crate::violation::{Found, Limit, RuleCode};

pub(super) fn missing() -> Breach {
    Breach::new(RuleCode::Required, Limit::None, Found::Absent)
}

/// If this field is present, so are those.
pub(super) fn requires(scope: Scope<'_>, value: Value<'_>, others: &[Path]) -> Option<Breach> {
    let is_absent = |path: &&Path| !resolve(path, scope).is_present();
    if !value.is_present() || !others.iter().any(|path| is_absent(&path)) {
        return None;
    }
    let missing = others.iter().filter(is_absent).map(|path| words::path(path, scope)).collect();
    Some(Breach::new(RuleCode::Requires, Limit::Fields(missing), Found::Absent))
}

pub(super) fn required_if(scope: Scope<'_>, value: Value<'_>, condition: &Condition) -> Option<Breach> {
    let is_broken = !value.is_present() && holds(condition, scope);
    is_broken.then(|| Breach::new(RuleCode::RequiredIf, situation(condition, scope), Found::Absent))
}

pub(super) fn forbidden_if(scope: Scope<'_>, value: Value<'_>, condition: &Condition) -> Option<Breach> {
    let is_broken = value.is_present() && holds(condition, scope);
    is_broken.then(|| Breach::new(RuleCode::ForbiddenIf, situation(condition, scope), Found::Present))
}

fn situation(condition: &Condition, scope: Scope<'_>) -> Limit {
    Limit::When(words::condition(condition, scope))
}
