//! Where a command writes its file: beside its place until it is whole, so that a stop in the middle leaves nothing and harms no file that was
//! there before.

use super::Failure;
use std::fs::File;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// A file under way, or standard output.
pub struct Target {
    file: Option<File>,
    /// Where it is, and where it belongs.
    paths: Option<(PathBuf, PathBuf)>,
}

impl Target {
    /// Begins a file; standard output where none is named.
    pub fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self { file: None, paths: None }) };
        // What is no plain file, such as a pipe or a device, has no place beside it.
        if std::fs::metadata(path).is_ok_and(|meta| !meta.is_file() && !meta.is_dir()) {
            let file = std::fs::OpenOptions::new().write(true).open(path).map_err(|cause| refused(path, &cause))?;
            return Ok(Self { file: Some(file), paths: None });
        }
        let mut bits = [0_u8; 5];
        getrandom::fill(&mut bits).map_err(|_| Failure::new("There are no random bits."))?;
        let name = path.file_name().ok_or_else(|| Failure::new(format!("{} is no name of a file.", path.display())))?;
        let beside = path.with_file_name(format!(".{}.{}.part", name.to_string_lossy(), crate::values::base32(&bits)));
        if path.is_dir() {
            return Err(Failure::new(format!("{} is a folder. Name a file in it with -o.", path.display())));
        }
        let file =
            std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&beside).map_err(|cause| refused(path, &cause))?;
        Ok(Self { file: Some(file), paths: Some((beside, path.to_path_buf())) })
    }

    /// Puts the file in its place. Until then there is none.
    pub fn keep(mut self) -> Result<(), Failure> {
        self.flush().map_err(|cause| Failure::new(format!("The file cannot be written: {cause}.")))?;
        let Some((beside, path)) = self.paths.take() else { return Ok(()) };
        let kept = self.file.as_ref().map_or(Ok(()), File::sync_all).and_then(|()| std::fs::rename(&beside, &path));
        kept.map_err(|cause| {
            drop(std::fs::remove_file(&beside));
            refused(&path, &cause)
        })
    }
}

fn refused(path: &Path, cause: &std::io::Error) -> Failure {
    Failure::new(format!("{} cannot be written: {cause}. Name another file with -o.", path.display()))
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Some((beside, _)) = &self.paths {
            drop(std::fs::remove_file(beside));
        }
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        match &mut self.file {
            Some(file) => file.write(bytes),
            None => std::io::stdout().write(bytes),
        }
    }

    fn flush(&mut self) -> std::io::Result<()> {
        match &mut self.file {
            Some(file) => file.flush(),
            None => std::io::stdout().flush(),
        }
    }
}
