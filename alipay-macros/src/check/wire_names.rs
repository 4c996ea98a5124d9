//! Names on the wire: possible ones, and each only once.

use std::collections::HashMap;

use crate::context::Context;
use crate::model::Declaration;

pub(super) fn check(declaration: &Declaration, context: &mut Context) {
    let mut names = HashMap::with_capacity(declaration.fields.len());
    for field in &declaration.fields {
        let (name, wire) = (&field.name, &field.wire);
        let first = *names.entry(wire).or_insert(name);
        if wire.is_empty() {
            context.error(field.wire_span, "the name on the wire is empty; write it as the document does");
        } else if let Some(odd) = wire.chars().find(|c| !c.is_ascii_alphanumeric() && *c != '_') {
            let odd = odd.escape_debug();
            let message = format!(
                "`{odd}` does not occur in names on the wire, only letters, digits and `_`; write the name as the document does"
            );
            context.error(field.wire_span, message);
        } else if first != name {
            let message =
                format!("`{name}` is called `{wire}` on the wire, and so is `{first}`; give one of them its own name");
            context.error(field.wire_span, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn names_on_the_wire() {
        assert_messages(&[
            ("struct S { #[alipay(rename = \"type\")] kind: String, r#use: String, orderStr: String }", &[]),
            (
                "struct S { kind: String, #[alipay(rename = \"kind\")] other: String }",
                &["`other` is called `kind` on the wire, and so is `kind`; give one of them its own name"],
            ),
            (
                "struct S { #[alipay(rename = \"a-b\")] a: String, #[alipay(rename = \"\")] b: String }",
                &[
                    "`-` does not occur in names on the wire, only letters, digits and `_`; write the name as the document does",
                    "the name on the wire is empty; write it as the document does",
                ],
            ),
        ]);
    }
}
