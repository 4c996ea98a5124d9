//! Where a walk through nested records stands: a wire path that costs nothing until it is printed.

use std::fmt;

/// How many records and lists may stand inside one another; the request or answer is the first.
///
/// The deepest of the platform's documents has seven. The limit keeps recursion over hostile JSON,
/// or over a value that somebody built by a loop, away from the end of the stack.
pub(crate) const MAX_DEPTH: usize = 32;

/// The steps from the outermost record inwards, linked through the frames of the walk.
#[derive(Clone, Copy)]
pub(crate) enum Trail<'a> {
    /// The outermost record.
    Start,
    /// A field, by its wire name.
    Field(&'a Trail<'a>, &'static str),
    /// An item of a list.
    Item(&'a Trail<'a>, usize),
}

impl Trail<'_> {
    /// Whether a record or a list that stands here is one level too many.
    pub(crate) fn is_too_deep(&self) -> bool {
        let mut steps = 0;
        let mut at = self;
        while let Trail::Field(outer, _) | Trail::Item(outer, _) = at {
            steps += 1;
            at = outer;
        }
        steps >= MAX_DEPTH
    }
}

impl fmt::Display for Trail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trail::Start => Ok(()),
            Trail::Field(Trail::Start, name) => f.write_str(name),
            Trail::Field(outer, name) => write!(f, "{outer}.{name}"),
            Trail::Item(outer, index) => write!(f, "{outer}[{index}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trail_prints_as_a_wire_path() {
        let voucher = Trail::Field(&Trail::Start, "voucher");
        let items = Trail::Field(&voucher, "items");
        let item = Trail::Item(&items, 3);
        assert_eq!(Trail::Start.to_string(), "");
        assert_eq!(Trail::Field(&item, "price").to_string(), "voucher.items[3].price");
    }
}
