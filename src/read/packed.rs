//! Text that streams: packed or not, in any encoding, as UTF-8.

use super::decoded::Decoded;
use super::encoding::{Encoding, UTF_8};
use super::guess;
use crate::error::{Error, Place, Refusal, Result};
use crate::warning::Finding;
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The encoding is told by so many bytes.
const HEAD: usize = 64 << 10;

const GZIP: &[u8] = b"\x1f\x8b";
const ZSTD: &[u8] = b"\x28\xb5\x2f\xfd";
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Whether something begins as what is unpacked here.
pub(super) fn is_packed(magic: &[u8]) -> bool {
    magic.starts_with(GZIP) || magic.starts_with(ZSTD)
}

/// The text of a stream, as UTF-8. What claims to be UTF-8 is passed on as it is, for the reader to
/// hold it to that.
pub(super) struct Text {
    bytes: Box<dyn Read + Send>,
    /// How many bytes are taken from the stream, packed as they may be.
    pub taken: Arc<AtomicU64>,
    /// What is to be said of its encoding.
    pub findings: Vec<Finding>,
}

/// Opens a stream, in the encoding that was asked for; where there is none, it is found.
pub(super) fn open(
    input: impl Read + Send + 'static,
    asked: Option<Encoding>,
    place: &Place,
) -> Result<Text> {
    let taken = Arc::new(AtomicU64::new(0));
    let counted = Counted { input, taken: Arc::clone(&taken) };
    let failed = |e| fault(e, place.clone());
    let (magic, whole) = head(counted, 4).map_err(failed)?;
    let unpacked: Box<dyn Read + Send> = match magic.as_slice() {
        magic if magic.starts_with(GZIP) => Box::new(MultiGzDecoder::new(whole)),
        magic if magic.starts_with(ZSTD) => Box::new(Frames::new(whole).map_err(failed)?),
        _ => Box::new(whole),
    };
    let (head, mut bytes) = head(unpacked, HEAD).map_err(failed)?;
    let mut findings = Vec::new();
    let encoding = match asked {
        Some(asked) => asked,
        None => guess::of_head(&head, place, &mut findings)?,
    };
    if encoding != UTF_8 {
        return Ok(Text { bytes: Box::new(Decoded::new(bytes, encoding)), taken, findings });
    }
    if head.starts_with(MARK) {
        bytes.read_exact(&mut [0; MARK.len()]).map_err(failed)?;
    }
    Ok(Text { bytes: Box::new(bytes), taken, findings })
}

/// What stopped a stream, as an error at a place.
pub(super) fn fault(error: io::Error, place: Place) -> Error {
    if error.kind() == io::ErrorKind::InvalidData {
        let error = Error::refused(Refusal::BadEncoding, place, error.to_string());
        return error.hint("name the encoding with --encoding, or save the file as CSV (UTF-8)");
    }
    Error::io(place, "cannot be read", error)
}

/// A stream with its first bytes in front again.
type Whole<R> = io::Chain<Cursor<Vec<u8>>, R>;

/// The first bytes, and the whole.
fn head<R: Read>(mut input: R, most: usize) -> io::Result<(Vec<u8>, Whole<R>)> {
    let mut head = Vec::new();
    input.by_ref().take(most as u64).read_to_end(&mut head)?;
    Ok((head.clone(), Cursor::new(head).chain(input)))
}

struct Counted<R> {
    input: R,
    taken: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.taken.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Zstandard, frame by frame: a file may have several.
struct Frames<R: Read> {
    /// Absent at the end.
    frame: Option<StreamingDecoder<BufReader<R>, FrameDecoder>>,
}

impl<R: Read> Frames<R> {
    fn new(input: R) -> io::Result<Frames<R>> {
        Ok(Frames { frame: next_frame(BufReader::new(input))? })
    }
}

fn next_frame<R: Read>(
    mut input: BufReader<R>,
) -> io::Result<Option<StreamingDecoder<BufReader<R>, FrameDecoder>>> {
    if input.fill_buf()?.is_empty() {
        return Ok(None);
    }
    StreamingDecoder::new(input).map(Some).map_err(io::Error::other)
}

impl<R: Read> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while let Some(frame) = &mut self.frame {
            let read = frame.read(buffer)?;
            if read > 0 || buffer.is_empty() {
                return Ok(read);
            }
            self.frame = match self.frame.take() {
                Some(ended) => next_frame(ended.into_inner())?,
                None => None,
            };
        }
        Ok(0)
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.bytes.read(buffer)
    }
}
