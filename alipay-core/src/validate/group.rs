//! Rules that stand on the struct: how many fields of a group are present.

use super::condition::resolve;
use super::scope::{Breach, Scope};
use super::words;
use crate::schema::{Check, Path};
use crate::violation::{Found, Limit, RuleCode};

/// What a group rule says, with the wire path of its first field.
pub(super) fn breach(check: &Check, scope: Scope<'_>) -> Option<(String, Breach)> {
    let (code, group): (_, &[Path]) = match check {
        Check::AllOrNone(group) => (RuleCode::AllOrNone, group),
        Check::ExactlyOne(group) => (RuleCode::ExactlyOne, group),
        Check::AtLeastOne(group) => (RuleCode::AtLeastOne, group),
        Check::AtMostOne(group) => (RuleCode::AtMostOne, group),
        _ => return None,
    };
    let is_present = |path: &&Path| resolve(path, scope).is_present();
    let present = group.iter().filter(is_present).count();
    let is_kept = match code {
        RuleCode::AllOrNone => present == 0 || present == group.len(),
        RuleCode::ExactlyOne => present == 1,
        RuleCode::AtLeastOne => present >= 1,
        _ => present <= 1,
    };
    if is_kept {
        return None;
    }
    let found = match present {
        0 => Found::Absent,
        _ => Found::Fields(group.iter().filter(is_present).map(|path| words::path(path, scope)).collect()),
    };
    let first = group.first().map(|path| words::path(path, scope)).unwrap_or_default();
    Some((first, Breach::new(code, Limit::Fields(words::paths(group, scope)), found)))
}
