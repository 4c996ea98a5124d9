//! Rules about the order of two fields.

use std::cmp::Ordering;

use super::condition::{chosen, resolve};
use super::walk::{Breach, Scope};
use super::{compare, number, words};
use crate::record::Value;
use crate::schema::Operand;
use crate::violation::{Limit, RuleCode};

pub(super) fn greater_than(scope: Scope<'_>, value: Value<'_>, other: &Operand, secret: bool) -> Option<Breach> {
    breach(RuleCode::GreaterThan, Ordering::is_le, scope, value, other, secret)
}

pub(super) fn at_least(scope: Scope<'_>, value: Value<'_>, other: &Operand, secret: bool) -> Option<Breach> {
    breach(RuleCode::AtLeast, Ordering::is_lt, scope, value, other, secret)
}

fn breach(
    code: RuleCode,
    is_broken: fn(Ordering) -> bool,
    scope: Scope<'_>,
    value: Value<'_>,
    other: &Operand,
    secret: bool,
) -> Option<Breach> {
    let path = chosen(other, scope)?;
    let order = compare::order(value, resolve(path, scope))?;
    let limit = || Limit::Fields(vec![words::path(path, scope)]);
    is_broken(order).then(|| Breach::new(code, limit(), number::found(value, secret)))
}
