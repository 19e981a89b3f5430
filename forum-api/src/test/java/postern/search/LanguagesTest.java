package postern.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.kernel.Viewer;

/** What readers of each script type finds what writers of it wrote. */
class LanguagesTest {
  private static final Map<String, String> POSTS = posts();

  private static SearchHouse house;

  private static Map<String, String> posts() {
    var posts = new LinkedHashMap<String, String>();
    posts.put("german", "Über die Straße geht es zum Bäcker, der die größten Brötchen hat.");
    posts.put("french", "L’été dernier, nous avons goûté des crêpes à l’œuf près d’un château.");
    posts.put("polish", "Zażółć gęślą jaźń; łódka płynęła powoli przez jezioro.");
    posts.put("danish", "Rødgrød med fløde er bedst på en sommerdag i Ærøskøbing.");
    posts.put("turkish", "İstanbul'da ılık bir akşam, çay içip balık yedik.");
    posts.put("vietnamese", "Tôi thích uống cà phê sữa đá vào buổi sáng.");
    posts.put("russian", "Ёлка стоит в саду, а мой ёжик съел всё яблоко.");
    posts.put("ukrainian", "Їжак біжить через ґанок до яблуні.");
    posts.put("greek", "Ο Οδυσσέας ταξίδεψε προς την Ιθάκη με τους συντρόφους του.");
    posts.put(
        "arabic",
        "قَرَأَ الطَّالِبُ كِتَابًا جَدِيدًا في المكتبة الإسلامية عن أثر القهوة على مدرسة");
    posts.put("persian", "می‌خواهم کتاب‌های قدیمی را در کتابخانه بخوانم.");
    posts.put("hebrew", "הַיֶּלֶד קָרָא סֵפֶר בבית הקפה ושתה תה עם נענע");
    posts.put("chinese", "我们昨天在北京大学图书馆学习了中文分词技术。");
    posts.put("japanese", "東京都の図書館でｶﾞﾗｽのコップとプログラミングの本を借りました。");
    posts.put("korean", "어제 서울에서 친구와 함께 비빔밥을 먹었습니다.");
    posts.put("thai", "วันนี้อากาศดีมาก เราไปกินข้าวผัดที่ตลาด");
    posts.put("hindi", "कल हमने दिल्ली में गरम चाय पी।");
    posts.put("wide", "ＡＢＣ商店 電話番号は０１２３４５です");
    posts.put(
        "code",
        "Call `org.example.Foo.start()` with foo_bar = 42, CamelCaseName and version 10.6.1.");
    posts.put("numbers", "The bill was 1,234.56 in 2019, about ٤٥٦ more than before.");
    return posts;
  }

  @BeforeAll
  static void write() {
    house = new SearchHouse();
    var board = house.house.board();
    POSTS.forEach((name, text) -> house.thread(board, name, text));
    house.settle();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void latinIsFoundWithoutItsAccentsAndInAnyCase() {
    finds("german", "uber", "UBER", "über", "strasse", "Straße", "STRASSE", "backer", "brötchen");
    finds("french", "ete", "été", "crepes", "oeuf", "œuf", "CHATEAU", "l'été", "goûté");
    finds("polish", "zazolc", "jaźń", "lodka", "łódka");
    finds("danish", "rodgrod", "Rødgrød", "aeroskobing");
    finds("turkish", "istanbul", "ılık", "ilik", "aksam", "çay");
    finds("vietnamese", "ca phe", "cà phê", "sua da", "buổi sáng");
  }

  @Test
  void cyrillicIsFoundWithEitherYe() {
    finds("russian", "елка", "ёлка", "ЕЛКА", "ежик", "все яблоко", "мой");
    finds("ukrainian", "їжак", "ґанок", "яблуні");
    assertThat(house.find(Viewer.GUEST, "\"мои\"")).isEmpty();
  }

  @Test
  void greekIsFoundWithoutItsAccentsAndWithEitherSigma() {
    finds("greek", "οδυσσεας", "ΟΔΥΣΣΕΑΣ", "Οδυσσέας", "Ιθακη", "συντρόφους", "ταξιδεψε");
  }

  @Test
  void arabicIsFoundWithoutItsPointsAndInItsSeveralForms() {
    finds(
        "arabic", "قرأ", "قرا", "الطالب", "طالب", "كتابا", "كـتـاب", "المكتبه", "مكتبة", "اسلامية",
        "أثر", "مدرسه");
    finds("persian", "کتاب", "كتاب", "میخواهم", "کتابخانه");
  }

  @Test
  void hebrewIsFoundWithoutItsPointsAndBehindItsSmallWords() {
    finds("hebrew", "הילד", "ילד", "קרא ספר", "בית", "קפה", "שתה", "נענע");
  }

  @Test
  void chineseIsFoundByAnyPartOfASentence() {
    finds("chinese", "北京", "北京大学", "图书馆", "分词", "中文分词技术", "昨天 图书馆", "学");
    assertThat(house.find(Viewer.GUEST, "京北")).isEmpty();
    assertThat(house.find(Viewer.GUEST, "北京图书馆")).isEmpty();
  }

  @Test
  void japaneseIsFoundInAllItsKindsOfLetters() {
    finds("japanese", "東京", "京都", "図書館", "ガラス", "ｶﾞﾗｽ", "プログラミング", "ログラ", "借りました", "コップ");
    assertThat(house.find(Viewer.GUEST, "カラス")).isEmpty();
  }

  @Test
  void koreanIsFoundWithoutWhatIsWrittenBehindAWord() {
    finds("korean", "서울", "서울에서", "친구", "비빔밥", "먹었습니다", "어제 서울");
  }

  @Test
  void scriptsWithVowelSignsKeepThem() {
    finds("thai", "อากาศ", "ข้าวผัด", "ตลาด");
    finds("hindi", "दिल्ली", "चाय");
    assertThat(house.find(Viewer.GUEST, "चय")).isEmpty();
  }

  @Test
  void wideAndNarrowFormsAreTheSame() {
    finds("wide", "ABC", "abc商店", "ＡＢＣ", "012345", "０１２３４５", "電話番号");
  }

  @Test
  void identifiersAreFoundWholeAndByTheirParts() {
    finds(
        "code",
        "org.example.Foo",
        "org.example",
        "foo_bar",
        "Foo",
        "CamelCaseName",
        "camelcasename");
    finds("code", "10.6.1", "10.6", "foo_bar = 42", "org.example.Foo.start()");
    assertThat(house.find(Viewer.GUEST, "example.org")).isEmpty();
  }

  @Test
  void numbersAreFoundAsTheyAreWrittenAndInOtherDigits() {
    finds("numbers", "1,234.56", "2019", "456", "٤٥٦", "234.56");
  }

  private static void finds(String name, String... typed) {
    for (var one : typed) {
      assertThat(house.texts(Viewer.GUEST, one)).as(one).contains(POSTS.get(name));
      var hit =
          house.find(Viewer.GUEST, one).stream()
              .filter(found -> found.placed().post().body().equals(POSTS.get(name)))
              .findFirst();
      assertThat(hit.map(found -> found.excerpt().html() + found.title().html()))
          .as("marks of " + one)
          .hasValueSatisfying(html -> assertThat(html).contains("<mark>"));
    }
    assertThat(List.of(typed)).isNotEmpty();
  }
}
