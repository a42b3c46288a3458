//! Text that streams: packed or not, in any encoding, as UTF-8.

use super::source::encoding_of;
use crate::error::{Error, ErrorKind, Place, Result};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};
use std::fmt;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The encoding is told by so many bytes.
const HEAD: usize = 64 << 10;

/// The text of a stream, as UTF-8. What claims to be UTF-8 is passed on as it is, for the reader to
/// hold it to that.
pub(super) struct Text {
    bytes: Box<dyn Read + Send>,
    /// Absent for UTF-8.
    recoder: Option<Recoder>,
}

/// Opens a stream, and counts the bytes that are taken from it.
pub(super) fn open(input: impl Read + Send + 'static, place: &Place) -> Result<(Text, Arc<AtomicU64>)> {
    let taken = Arc::new(AtomicU64::new(0));
    let counted = Counted { input, taken: Arc::clone(&taken) };
    let failed = |e| fault(e, place.clone());
    let (magic, whole) = head(counted, 4).map_err(failed)?;
    let unpacked: Box<dyn Read + Send> = match magic.as_slice() {
        [0x1f, 0x8b, ..] => Box::new(MultiGzDecoder::new(whole)),
        [0x28, 0xb5, 0x2f, 0xfd] => Box::new(Frames::new(whole).map_err(failed)?),
        _ => Box::new(whole),
    };
    let (head, mut bytes) = head(unpacked, HEAD).map_err(failed)?;
    let encoding = encoding_of_head(&head);
    let mark = Encoding::for_bom(&head).map_or(0, |(_, length)| length);
    io::copy(&mut bytes.by_ref().take(mark as u64), &mut io::sink()).map_err(failed)?;
    let recoder = (encoding != UTF_8).then(|| Recoder::new(encoding));
    Ok((Text { bytes: Box::new(bytes), recoder }, taken))
}

/// What stopped a stream, as an error at a place.
pub(super) fn fault(error: io::Error, place: Place) -> Error {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Broken>()) {
        Some(broken) => Error::new(ErrorKind::Structure, broken.to_string())
            .at(place)
            .hint("save the file as CSV (UTF-8) and try again"),
        None => Error::io(place, "cannot be read", error),
    }
}

/// The first bytes, and the whole with them in front again.
fn head<R: Read>(mut input: R, most: usize) -> io::Result<(Vec<u8>, io::Chain<Cursor<Vec<u8>>, R>)> {
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

impl Text {
    /// The encoding, where it is not UTF-8.
    pub fn encoding(&self) -> Option<&'static str> {
        self.recoder.as_ref().map(|recoder| recoder.decoder.encoding().name())
    }
}

impl Read for Text {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.recoder {
            None => self.bytes.read(buffer),
            Some(recoder) => recoder.read(&mut self.bytes, buffer),
        }
    }
}

/// From another encoding to UTF-8, some bytes at a time.
struct Recoder {
    decoder: Decoder,
    /// Text that is still to be given out, from a position on.
    done: Vec<u8>,
    given: usize,
    has_ended: bool,
}

impl Recoder {
    fn new(encoding: &'static Encoding) -> Recoder {
        let decoder = encoding.new_decoder_without_bom_handling();
        Recoder { decoder, done: Vec::new(), given: 0, has_ended: false }
    }

    fn read(&mut self, bytes: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
        while self.given == self.done.len() && !self.has_ended {
            self.refill(bytes)?;
        }
        let read = (&self.done[self.given..]).read(buffer)?;
        self.given += read;
        Ok(read)
    }

    fn refill(&mut self, bytes: &mut impl Read) -> io::Result<()> {
        let mut raw = [0; 16 << 10];
        let read = bytes.read(&mut raw)?;
        self.has_ended = read == 0;
        self.given = 0;
        // Three bytes of UTF-8 for each one, and what was held back, is more than any encoding takes.
        let most = self.decoder.max_utf8_buffer_length_without_replacement(read);
        self.done.resize(most.unwrap_or(4 * raw.len()), 0);
        let (result, _, written) =
            self.decoder.decode_to_utf8_without_replacement(&raw[..read], &mut self.done, self.has_ended);
        self.done.truncate(written);
        match result {
            DecoderResult::InputEmpty | DecoderResult::OutputFull => Ok(()),
            DecoderResult::Malformed(..) => Err(io::Error::other(Broken(self.decoder.encoding().name()))),
        }
    }
}

/// Bytes that are no text in their encoding.
#[derive(Debug)]
struct Broken(&'static str);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "its bytes are no valid {} text", self.0)
    }
}

impl std::error::Error for Broken {}

/// By the first bytes, of which the last letter may be cut.
fn encoding_of_head(head: &[u8]) -> &'static Encoding {
    match std::str::from_utf8(head) {
        Err(e) if e.error_len().is_none() => encoding_of(&head[..e.valid_up_to()]),
        _ => encoding_of(head),
    }
}
