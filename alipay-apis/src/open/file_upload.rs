//! `alipay.open.file.upload`: store a file that another method then names.

use alipay_core::{ErrorCode, Record, Upload, alipay_api};

/// Stores a picture, a film or another file, and gives the number by which other methods name it.
///
/// The file is no part of what is signed.
///
/// ```
/// use alipay_apis::open::FileUpload;
/// use alipay_apis::{Client, Error, Upload};
///
/// async fn picture(client: &Client) -> Result<Option<String>, Error> {
///     let file = Upload::from_path("picture.png");
///     let answer = FileUpload::new(file).biz_code("content_creation").call(client).await?;
///     Ok(answer.file_id.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.open.file.upload",
    response = FileUploadResponse,
    error = FileUploadError,
    docs = "https://opendocs.alipay.com/open-v3/5aa91070_alipay.open.file.upload",
)]
pub struct FileUpload {
    /// The file. How large it may be depends on [`biz_code`](Self::biz_code).
    pub file_content: Upload,

    /// What the file is for, such as `content_creation`.
    #[alipay(parameter)]
    pub biz_code: Option<String>,

    /// What some kinds of files need in addition.
    #[alipay(parameter)]
    pub extra_parameters: Option<FileUploadExtraParam>,

    /// The file's MD5, for Alipay to compare.
    #[alipay(parameter)]
    pub md5: Option<String>,
}

/// What some kinds of files need in addition.
#[derive(Record)]
#[non_exhaustive]
pub struct FileUploadExtraParam {
    /// Another platform to which a film is sent as well: `youku`.
    pub extern_upload: Option<String>,

    /// How the file is encrypted.
    pub file_encrypt_type: Option<String>,
}

/// The stored file.
#[derive(Record)]
#[non_exhaustive]
pub struct FileUploadResponse {
    /// Number of the file at the other platform.
    pub extern_id: Option<String>,

    /// Number of the file.
    pub file_id: Option<String>,
}

/// Business error codes of [`FileUpload`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum FileUploadError {
    /// The file was not accepted.
    #[alipay(remedy = "Read sub_msg; send another file.", retry = fix_input)]
    FileCheckFail,
    /// It failed for a reason that `sub_msg` tells.
    #[alipay(remedy = "Read sub_msg; send the file again after a pause.", retry = later)]
    BizError,
    /// A code that the document does not list.
    Unknown(String),
}
