use alipay_core::{Record, Upload, alipay_api};

#[alipay_api(method = "alipay.open.file.upload", response = Uploaded)]
struct FileUpload {
    #[alipay(max_len = 100)]
    file_content: Upload,
    #[alipay(allow_empty)]
    preview: Option<Upload>,
    #[alipay(required_if(preview == "x"))]
    name: Option<String>,
}

#[derive(Record)]
struct Uploaded {
    id: String,
}

fn main() {}
