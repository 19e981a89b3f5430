package postern.importing;

/**
 * What an import brought.
 *
 * @param messages in the file
 * @param different with a Message-ID of their own
 * @param duplicates copies of an earlier message of the file
 * @param already here before, from an earlier import
 * @param posts new ones
 * @param threads new ones
 * @param authors of the new posts
 * @param broken left out
 */
public record ImportReport(
    int messages,
    int different,
    int duplicates,
    int already,
    int posts,
    int threads,
    int authors,
    int broken) {}
