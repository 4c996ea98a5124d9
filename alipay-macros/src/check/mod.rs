//! Rules that cannot hold or have no effect.

use crate::context::Context;
use crate::model::Declaration;

/// Notes what is wrong with a declaration that could be read.
pub(crate) fn check(_declaration: &Declaration, _context: &mut Context) {}
