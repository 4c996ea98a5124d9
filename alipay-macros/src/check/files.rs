//! A file is sent beside the JSON, under the name of its field: so it stands in a request itself, and
//! alone.
//!
//! Known by the name of the type. Under another name it is refused when the request is validated.

use syn::Type;

use crate::context::Context;
use crate::model::{Declaration, Route};

pub(super) fn check(declaration: &Declaration, context: &mut Context) {
    for field in declaration.fields.iter().filter(|field| is_file(&field.inner)) {
        let Some(method) = &declaration.method else {
            context.error_at(&field.inner, "a file is sent with a request: make this a field of the request itself");
            continue;
        };
        if field.container.is_list() {
            context.error_at(&field.ty, "each file has a name of its own on the wire: give each a field");
        } else if method.route != Route::Call {
            context.error_at(&field.inner, "a file is sent by a call: no page and no app carries it");
        }
        if let Some(parameter) = field.parameter {
            context.error(parameter, "a file travels beside `biz_content` by itself: remove `parameter`");
        }
    }
}

fn is_file(ty: &Type) -> bool {
    match ty {
        // What a `macro_rules!` hands on as `$ty` comes in an invisible group.
        Type::Group(group) => is_file(&group.elem),
        Type::Paren(paren) => is_file(&paren.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| last.ident == "Upload"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn a_file_stands_in_a_request_and_alone() {
        let in_object = "a file is sent with a request: make this a field of the request itself";
        let request = |facts: &str, fields: &str| {
            format!("#[alipay(method = \"alipay.open.file.upload\", response = R{facts})] struct S {{ {fields} }}")
        };
        assert_messages(&[
            (&request("", "#[alipay(max_bytes = 9)] a: Upload, b: Option<Upload>, c: String"), &[]),
            (&request("", "a: Vec<Upload>"), &["each file has a name of its own on the wire: give each a field"]),
            (&request(", page", "a: Upload, b: String"), &["a file is sent by a call: no page and no app carries it"]),
            (
                &request("", "#[alipay(parameter)] a: Upload"),
                &["a file travels beside `biz_content` by itself: remove `parameter`"],
            ),
            ("struct S { a: Upload }", &[in_object]),
            ("struct S { a: Option<alipay_core::Upload> }", &[in_object]),
            ("struct S { a: Vec<(Upload)> }", &[in_object]),
            ("struct S { a: Uploads, b: upload::Name }", &[]),
        ]);
    }
}
