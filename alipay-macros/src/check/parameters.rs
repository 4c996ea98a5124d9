//! Fields that are sent beside `biz_content`: only a request has them, and not under a name that the
//! client uses for itself.

use crate::context::Context;
use crate::model::Declaration;

/// What the client sends with every call, from its own settings.
const OF_THE_CLIENT: &[&str] = &[
    "alipay_root_cert_sn",
    "app_cert_sn",
    "app_id",
    "biz_content",
    "charset",
    "encrypt_type",
    "format",
    "method",
    "sign",
    "sign_type",
    "timestamp",
    "version",
];

pub(super) fn check(declaration: &Declaration, context: &mut Context) {
    for field in &declaration.fields {
        let Some(span) = field.parameter else { continue };
        let wire = field.wire.as_str();
        if declaration.method.is_none() {
            context
                .error(span, "`parameter` is for a field of a request: what is inside an object is part of its JSON");
        } else if OF_THE_CLIENT.contains(&wire) {
            context
                .error(field.wire_span, format!("the client itself sends the parameter `{wire}`: remove this field"));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn parameters_stand_in_requests_and_leave_the_clients_own_alone() {
        let request = |fields: &str| {
            format!("#[alipay(method = \"alipay.system.oauth.token\", response = R)] struct Token {{ {fields} }}")
        };
        assert_messages(&[
            (&request("#[alipay(parameter)] grant_type: String, #[alipay(parameter)] auth_token: String"), &[]),
            (
                "struct S { #[alipay(parameter)] a: String }",
                &["`parameter` is for a field of a request: what is inside an object is part of its JSON"],
            ),
            (
                &request("#[alipay(parameter, rename = \"sign\")] a: String, #[alipay(parameter)] biz_content: String"),
                &[
                    "the client itself sends the parameter `sign`: remove this field",
                    "the client itself sends the parameter `biz_content`: remove this field",
                ],
            ),
        ]);
    }
}
