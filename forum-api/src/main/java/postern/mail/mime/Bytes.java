package postern.mail.mime;

import java.util.Arrays;

/** A stretch of an array, with the line arithmetic that reading needs. */
record Bytes(byte[] array, int from, int to) {
  Bytes(byte[] whole) {
    this(whole, 0, whole.length);
  }

  Bytes sub(int start, int end) {
    return new Bytes(array, start, Math.max(start, end));
  }

  /** The stretch alone; the array itself where it is all of it. */
  byte[] toArray() {
    return from == 0 && to == array.length ? array : Arrays.copyOfRange(array, from, to);
  }

  /** The start of the line after the one at this place. */
  int nextLine(int at) {
    int next = at;
    while (next < to && array[next] != '\n') {
      next++;
    }
    return Math.min(next + 1, to);
  }

  /** The end of the line's text, before CRLF or LF. */
  int lineEnd(int at) {
    int end = at;
    while (end < to && array[end] != '\n') {
      end++;
    }
    return end > at && array[end - 1] == '\r' ? end - 1 : end;
  }

  /** Given the start of a line, the end of the text before it. */
  int beforeLineEnd(int line) {
    int end = line;
    if (end > from && array[end - 1] == '\n') {
      end--;
      if (end > from && array[end - 1] == '\r') {
        end--;
      }
    }
    return end;
  }
}
