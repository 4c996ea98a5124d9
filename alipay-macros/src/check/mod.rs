//! Finds the mistakes of meaning in a declaration that reads well: rules that cannot hold, that
//! have no effect, or that name what is not there.
//!
//! Stands between reading (tokens → model) and writing (model → tokens). What only the types can
//! tell is left to rustc.

mod combinations;
mod conditions;
mod contradictions;
mod covered;
mod files;
mod itself;
mod limits;
mod lists;
mod method;
mod names;
mod parameters;
mod placed;
mod presence;
#[cfg(test)]
pub(crate) mod testing;
mod wire_names;
mod written;

use crate::context::Context;
use crate::model::Declaration;
use placed::Rules;

/// Notes every mistake of meaning, one message each.
///
/// The order matters: a rule in which one of these finds a mistake is not looked at by those after
/// it, so that the special message comes before the general one and stays alone.
pub(crate) fn check(declaration: &Declaration, context: &mut Context) {
    method::check(declaration, context);
    wire_names::check(declaration, context);
    parameters::check(declaration, context);
    files::check(declaration, context);

    let rules = Rules::of(declaration);
    names::check(&rules, context);
    lists::check(&rules, context);
    itself::check(&rules, context);
    limits::check(&rules, context);
    presence::check(&rules, context);
    conditions::check(&rules, context);
    covered::check(&rules, context);
    contradictions::check(&rules, context);
    combinations::check(&rules, context);
}
