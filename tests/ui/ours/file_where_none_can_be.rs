use alipay_core::{Record, Upload, alipay_api};

#[alipay_api(method = "alipay.open.file.upload", response = Uploaded)]
struct FileUpload {
    files: Vec<Upload>,
    #[alipay(parameter)]
    file_content: Upload,
    #[alipay(max_bytes = 5_242_880)]
    preview: Option<Upload>,
}

#[alipay_api(method = "alipay.trade.page.pay", response = Uploaded, page)]
struct PagePay {
    photo: Option<Upload>,
}

#[derive(Record)]
struct Uploaded {
    file: Upload,
}

fn main() {}
