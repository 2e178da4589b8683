package org.nxsi.local.roster;

import java.util.List;

/** Names as they are common in Ningxia: Han and Hui family names, given names, and some names with a middle dot. */
final class Names {

    private static final int DOTTED_IN_THOUSAND = 5;
    private static final int RARE_IN_THOUSAND = 2;
    private static final int TWO_CHARACTERS_IN_HUNDRED = 35;

    private static final List<String> FAMILY = List.of(
            "马", "马", "马", "马", "王", "李", "张", "杨", "刘", "丁", "白", "金", "陈", "赵", "田", "苏", "海", "哈", "虎", "撒", "买",
            "纳", "锁", "禹", "妥", "者", "黑", "罗", "周", "吴", "徐", "何", "高", "郭", "冯", "韩", "许", "曹", "姚", "沙");
    private static final List<String> GIVEN = List.of(
            "国", "建", "学", "文", "志", "福", "贵", "彦", "生", "成", "义", "孝", "耀", "良", "英", "秀", "兰", "花", "梅", "玉", "芳",
            "凤", "霞", "琴", "莲", "珍", "淑", "桂", "春", "明", "平", "军", "林", "山", "海", "龙", "宝", "全", "忠", "德", "永", "世");
    private static final List<String> RARE = List.of("堃", "喆", "㛃", "䶮", "昇", "璟", "珺", "頔");
    private static final List<String> BEFORE_DOT =
            List.of("阿依夏", "法图麦", "优素福", "易卜拉欣", "穆萨", "哈桑", "麦尔燕", "索菲亚", "尤努斯", "艾米娜");
    private static final List<String> AFTER_DOT = List.of("马", "买买提", "伊斯玛", "哈丽麦", "苏莱曼", "达吾提", "热合曼", "尔萨");

    private Names() {}

    static String of(Chance chance) {
        int kind = chance.below(1000, Chance.Of.NAME);
        Chance further = new Chance(Chance.scramble(chance.seed() ^ kind), chance.row());
        if (kind < DOTTED_IN_THOUSAND) {
            return further.oneOf(BEFORE_DOT, Chance.Of.NAME) + "·" + further.oneOf(AFTER_DOT, Chance.Of.CODE);
        }
        String family = further.oneOf(FAMILY, Chance.Of.NAME);
        if (kind < DOTTED_IN_THOUSAND + RARE_IN_THOUSAND) {
            return family + further.oneOf(RARE, Chance.Of.CODE);
        }
        String first = further.oneOf(GIVEN, Chance.Of.CODE);
        return kind % 100 < TWO_CHARACTERS_IN_HUNDRED
                ? family + first
                : family + first + further.oneOf(GIVEN, Chance.Of.SCHEME);
    }
}
