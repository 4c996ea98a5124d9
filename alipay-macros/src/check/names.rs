//! Rules that name a field which the struct does not have.
//!
//! Only the first step of a path is known here; rustc checks the others against the types.

use super::placed::{Rules, name};
use crate::context::Context;
use crate::model::Declaration;
use crate::suggest::closest;

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    for placed in rules.sound() {
        for step in placed.rule.paths().filter_map(|path| rules.first_step(path)) {
            let name = name(step);
            if rules.field(&name).is_none() {
                placed.fault(context, step.span(), no_such_field(rules.declaration, &name));
            }
        }
    }
}

/// Says that a struct has no such field, and which one may be meant.
pub(super) fn no_such_field(declaration: &Declaration, name: &str) -> String {
    let message = format!("no field `{name}` on `{}`", declaration.ident);
    if let Some(field) = declaration.fields.iter().find(|field| field.wire == name) {
        return format!("{message}; `{name}` is a name on the wire, the field is called `{}`", field.name);
    }
    if name == "root" {
        return format!("{message}; the request is named together with a field of it: `root.field`");
    }
    match closest(name, declaration.fields.iter().map(|field| field.name.as_str())) {
        Some(known) => format!("{message}; did you mean `{known}`?"),
        None => message,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn a_rule_names_fields_of_its_struct() {
        assert_messages(&[
            (
                "struct Order { #[alipay(requires(operator_typ))] operator_id: Option<String>, operator_type: Option<String> }",
                &["no field `operator_typ` on `Order`; did you mean `operator_type`?"],
            ),
            (
                "#[alipay(at_least_one(zzz, b))] struct S { a: Option<String>, b: Option<String> }",
                &["no field `zzz` on `S`"],
            ),
            (
                "struct S { #[alipay(requires(code_mode))] a: Option<String>, #[alipay(rename = \"code_mode\")] mode: Option<String> }",
                &["no field `code_mode` on `S`; `code_mode` is a name on the wire, the field is called `mode`"],
            ),
            // All of a rule's names, also inside conditions; the steps after the first are rustc's.
            (
                "#[alipay(when(present(x1.y) && !(coalesce(x2, a) > 1), at_most_one(a, x3)))] \
                 struct S { a: Option<String>, #[alipay(greater_than(a.b.c))] b: Option<i64> }",
                &["no field `x3` on `S`", "no field `x1` on `S`", "no field `x2` on `S`"],
            ),
            (
                "struct S { #[alipay(required_if(present(root)))] a: Option<String> }",
                &["no field `root` on `S`; the request is named together with a field of it: `root.field`"],
            ),
            // In an object inside a request, nobody knows here what the request has.
            ("struct S { #[alipay(required_if(present(root.x)))] a: Option<String> }", &[]),
        ]);
    }
}
