//! Rules that together leave a field no room.
//!
//! Every combination of presence of the optional fields is tried against the rules that refuse and
//! that presence alone decides. What no combination allows, no request can have.

use super::placed::{Placed, Rules};
use crate::context::Context;
use crate::model::{Check, Condition, Field, Path};

/// Of more fields that depend on each other, the combinations are too many to try.
const MOST_FIELDS: u32 = 12;

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    let mut fields = Fields { rules, named: Vec::new() };
    let mut demands: Vec<Demand<'_>> =
        rules.sound().enumerate().filter_map(|(order, placed)| fields.demand(order, placed)).collect();
    while !demands.is_empty() {
        let together = take_dependent(&mut demands);
        let all = together.iter().fold(0, |all, demand| all | demand.fields());
        if all.count_ones() <= MOST_FIELDS {
            judge(&together, &fields, context);
        }
    }
}

/// A set of fields, a bit each.
type Set = u128;

/// Gives each field that a rule names its bit.
struct Fields<'r, 'a> {
    rules: &'r Rules<'a>,
    named: Vec<&'a Field>,
}

/// A rule as what it asks of the presence of fields.
struct Demand<'r> {
    /// Position in the declaration.
    order: usize,
    placed: &'r Placed<'r>,
    /// All of these must hold for the rule to ask for anything.
    situation: Vec<Situation>,
    least: u32,
    most: u32,
    /// None of the fields is as good.
    or_none: bool,
    of: Set,
}

enum Situation {
    /// One of these fields is present.
    Present(Set),
    Not(Box<Situation>),
    All(Vec<Situation>),
    Any(Vec<Situation>),
}

impl<'a> Fields<'_, 'a> {
    /// `None` for a rule that not only the presence of optional fields decides.
    fn demand<'r>(&mut self, order: usize, placed: &'r Placed<'a>) -> Option<Demand<'r>>
    where
        'a: 'r,
    {
        if placed.rule.advise {
            return None;
        }
        let mut situation: Vec<Situation> =
            placed.situation().map(|condition| self.situation(condition)).collect::<Option<_>>()?;
        let (of, least, most, or_none) = match (&placed.rule.check, placed.field) {
            (Check::AllOrNone(paths), _) => (self.set(paths)?, u32::MAX, u32::MAX, true),
            (Check::ExactlyOne(paths), _) => (self.set(paths)?, 1, 1, false),
            (Check::AtLeastOne(paths), _) => (self.set(paths)?, 1, u32::MAX, false),
            (Check::AtMostOne(paths), _) => (self.set(paths)?, 0, 1, false),
            (Check::Requires(paths), Some(field)) => {
                situation.push(Situation::Present(self.bit(field)?));
                (self.set(paths)?, u32::MAX, u32::MAX, false)
            }
            (Check::Required | Check::RequiredIf(_), Some(field)) => (self.bit(field)?, 1, 1, false),
            (Check::ForbiddenIf(_), Some(field)) => (self.bit(field)?, 0, 0, false),
            _ => return None,
        };
        let least = least.min(of.count_ones());
        Some(Demand { order, placed, situation, least, most, or_none, of })
    }

    fn situation(&mut self, condition: &Condition) -> Option<Situation> {
        let mut each = |parts: &[Condition]| parts.iter().map(|part| self.situation(part)).collect::<Option<_>>();
        Some(match condition {
            Condition::All(parts) => Situation::All(each(parts)?),
            Condition::Any(parts) => Situation::Any(each(parts)?),
            Condition::Not(inner) => Situation::Not(Box::new(self.situation(inner)?)),
            Condition::Present(operand) => Situation::Present(self.set(operand.paths())?),
            Condition::Absent(operand) => Situation::Not(Box::new(Situation::Present(self.set(operand.paths())?))),
            _ => return None,
        })
    }

    fn set(&mut self, paths: &[Path]) -> Option<Set> {
        paths.iter().try_fold(0, |set, path| {
            let field = self.rules.own_field(path)?;
            Some(set | self.bit(field)?)
        })
    }

    /// `None` for a field that is always present, or one too many.
    fn bit(&mut self, field: &'a Field) -> Option<Set> {
        if field.always_present().is_some() {
            return None;
        }
        let known = self.named.iter().position(|known| known.name == field.name);
        let position = known.unwrap_or_else(|| {
            self.named.push(field);
            self.named.len() - 1
        });
        1_u128.checked_shl(u32::try_from(position).ok()?)
    }

    /// The first field of a set.
    fn first_of(&self, set: Set) -> Option<&'a Field> {
        self.named.get(usize::try_from(set.trailing_zeros()).ok()?).copied()
    }
}

impl Demand<'_> {
    /// Every field that matters to it.
    fn fields(&self) -> Set {
        self.situation.iter().fold(self.of, |all, situation| all | situation.fields())
    }

    fn allows(&self, present: Set) -> bool {
        let count = (self.of & present).count_ones();
        let is_met = (self.least..=self.most).contains(&count) || (self.or_none && count == 0);
        is_met || !self.situation.iter().all(|situation| situation.holds(present))
    }
}

impl Situation {
    fn fields(&self) -> Set {
        match self {
            Self::Present(set) => *set,
            Self::Not(inner) => inner.fields(),
            Self::All(parts) | Self::Any(parts) => parts.iter().fold(0, |all, part| all | part.fields()),
        }
    }

    fn holds(&self, present: Set) -> bool {
        match self {
            Self::Present(set) => set & present != 0,
            Self::Not(inner) => !inner.holds(present),
            Self::All(parts) => parts.iter().all(|part| part.holds(present)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(present)),
        }
    }
}

/// Takes out the first demand and those that share fields with it, directly or through others.
fn take_dependent<'r>(demands: &mut Vec<Demand<'r>>) -> Vec<Demand<'r>> {
    let mut together = vec![demands.remove(0)];
    let mut all = together.iter().fold(0, |all, demand| all | demand.fields());
    while let Some(position) = demands.iter().position(|demand| demand.fields() & all != 0) {
        let demand = demands.remove(position);
        all |= demand.fields();
        together.push(demand);
    }
    together.sort_by_key(|demand| demand.order);
    together
}

/// Notes each independent way in which the demands leave no choice.
fn judge(demands: &[Demand<'_>], fields: &Fields<'_, '_>, context: &mut Context) {
    let demands: Vec<&Demand<'_>> = demands.iter().collect();
    let all = demands.iter().fold(0, |all, demand| all | demand.fields());
    let room = Room::of(&demands, all);
    if !room.is_any {
        let core = least_core(&demands, |room| !room.is_any);
        let message = format!("no request can keep these rules together: {}; correct one of them", list(&core));
        if let Some(last) = core.last() {
            last.placed.fault_at_keyword(context, message);
        }
        return;
    }
    // Fields that the same rules fix are one mistake.
    let mut blamed: Vec<usize> = Vec::new();
    let fixed = (0..Set::BITS).map(|bit| 1 << bit).filter(|field| (all & !room.ever | room.always) & field != 0);
    for field in fixed {
        let is_never = room.ever & field == 0;
        let core =
            least_core(&demands, |room| if is_never { room.ever & field == 0 } else { room.always & field != 0 });
        let is_known = core.iter().any(|demand| blamed.contains(&demand.order));
        blamed.extend(core.iter().map(|demand| demand.order));
        let Some(declared) = fields.first_of(field).filter(|_| !is_known) else { continue };
        let name = &declared.name;
        let message = if is_never {
            format!("`{name}` can never be present, because of {}; correct one of them", list(&core))
        } else {
            let instead =
                if declared.container.is_list() { "give it `min_items = 1`" } else { "take its `Option` away" };
            format!("`{name}` must always be present, because of {}; {instead}, or correct a rule", list(&core))
        };
        context.error(declared.ident.span(), message);
    }
}

/// What a set of demands allows, over all combinations of some fields.
struct Room {
    is_any: bool,
    /// Present in some allowed combination.
    ever: Set,
    /// Present in every allowed combination.
    always: Set,
}

impl Room {
    fn of(demands: &[&Demand<'_>], fields: Set) -> Self {
        let mut room = Self { is_any: false, ever: 0, always: fields };
        let mut present = fields;
        loop {
            if demands.iter().all(|demand| demand.allows(present)) {
                room = Self { is_any: true, ever: room.ever | present, always: room.always & present };
            }
            if present == 0 {
                return room;
            }
            // The next smaller subset.
            present = (present - 1) & fields;
        }
    }
}

/// As few of the demands as suffice for the finding.
fn least_core<'d, 'r>(demands: &[&'d Demand<'r>], is_found: impl Fn(&Room) -> bool) -> Vec<&'d Demand<'r>> {
    let all = demands.iter().fold(0, |all, demand| all | demand.fields());
    let mut core = demands.to_vec();
    for demand in demands {
        let without: Vec<_> = core.iter().copied().filter(|other| other.order != demand.order).collect();
        if is_found(&Room::of(&without, all)) {
            core = without;
        }
    }
    core
}

fn list(core: &[&Demand<'_>]) -> String {
    let rules: Vec<String> = core.iter().map(|demand| demand.placed.to_string()).collect();
    rules.join(" and ")
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn rules_leave_each_field_a_choice() {
        let fields = "a: Option<String>, b: Option<String>, c: Option<String>, d: Vec<String>";
        for rules in [
            "exactly_one(a, b), exactly_one(c, d)",
            "at_most_one(a, b), at_most_one(b, c), at_most_one(c, a)",
            "all_or_none(a, b), at_most_one(b, c)",
            "at_least_one(a, b, c), at_most_one(a, d)",
            // Advice, and what not only presence decides, restricts nothing for sure.
            "exactly_one(a, b), advise(all_or_none(a, b))",
            "exactly_one(a, b), when(c == \"x\", all_or_none(a, b))",
            "exactly_one(a, b), at_most_one(a.x, b)",
        ] {
            assert_messages(&[(&format!("#[alipay({rules})] struct S {{ {fields} }}"), &[])]);
        }
        for (rules, message) in [
            (
                "exactly_one(a, b), exactly_one(a, b, c)",
                "`c` can never be present, because of `exactly_one(a, b)` and `exactly_one(a, b, c)`; correct one of them",
            ),
            (
                "exactly_one(a, b), all_or_none(a, b), at_most_one(c, d)",
                "no request can keep these rules together: `exactly_one(a, b)` and `all_or_none(a, b)`; correct one of them",
            ),
            (
                "at_least_one(a, b), all_or_none(a, b, c)",
                "`a` must always be present, because of `at_least_one(a, b)` and `all_or_none(a, b, c)`; take its `Option` away, or correct a rule",
            ),
            (
                "at_least_one(d, b), when(present(b), at_least_one(d, c)), at_most_one(b, c)",
                "`d` must always be present, because of `at_least_one(d, b)` and `when(present(b), at_least_one(d, c))` and `at_most_one(b, c)`; give it `min_items = 1`, or correct a rule",
            ),
        ] {
            assert_messages(&[(&format!("#[alipay({rules})] struct S {{ {fields} }}"), &[message])]);
        }
    }

    #[test]
    fn rules_on_fields_leave_a_choice() {
        assert_messages(&[
            (
                "#[alipay(at_most_one(a, b))] struct S { #[alipay(requires(b))] a: Option<String>, b: Option<String> }",
                &[
                    "`a` can never be present, because of `at_most_one(a, b)` and `requires(b)` on `a`; correct one of them",
                ],
            ),
            // One mistake, not one for each field that it fixes.
            (
                "#[alipay(exactly_one(a, b))] struct S { #[alipay(requires(b))] a: Option<String>, b: Option<String> }",
                &[
                    "`a` can never be present, because of `exactly_one(a, b)` and `requires(b)` on `a`; correct one of them",
                ],
            ),
            (
                "struct S { #[alipay(required_if(absent(a)))] a: Option<String> }",
                &[
                    "`a` must always be present, because of `required_if(absent(a))` on `a`; take its `Option` away, or correct a rule",
                ],
            ),
            (
                "struct S { #[alipay(requires(b), forbidden_if(present(b) || present(c)))] a: Option<String>, b: Option<String>, c: Option<String> }",
                &[
                    "`a` can never be present, because of `requires(b)` on `a` and `forbidden_if(present(b) || present(c))` on `a`; correct one of them",
                ],
            ),
            (
                "struct S { #[alipay(required_if(absent(b)))] a: Option<String>, #[alipay(required_if(absent(a)))] b: Option<String> }",
                &[],
            ),
        ]);
    }

    /// Twelve fields in a chain are tried; thirteen are too many and let be.
    #[test]
    fn large_groups_are_let_be() {
        for (count, is_tried) in [(12, true), (13, false)] {
            let names: Vec<String> = (0..count).map(|number| format!("f{number}")).collect();
            let fields: Vec<String> = names.iter().map(|name| format!("{name}: Option<String>")).collect();
            let all = names.join(", ");
            let source =
                format!("#[alipay(exactly_one(f0, f1), exactly_one({all}))] struct S {{ {} }}", fields.join(", "));
            assert_eq!(!crate::check::testing::messages(&source).is_empty(), is_tried, "{count}");
        }
    }
}
