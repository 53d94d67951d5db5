"""Letters, signs and strings at which tokenizers are known to differ."""

# Text, and how Llama 3 cuts it; the cuts themselves are checked in the unit tests, here only the counts and ids are.
SPLITS = (
    "I'Ll do", "'sa", "''s", "'lex", "'tis", " 'tis", "'ſx", "1's", " 1234567", "a\u0301b", "日本語テスト。です", "#\tx",
    "\x1cword", "\x85word", "!!word", " !!word", "!word", "\tword", "\u00a0word", "\u00a0!x", "   !x", "  word",
    "  1",
    "a \n \n  b", "1²٣Ⅷ", "!\n\n  x", "! \n", "\r\nword", "a   ", "\n'word",
)  # fmt: skip
APOSTROPHES = "'\u2019\u02bc\uff07`\u00b4\"\u2018"
# With the long s and the Kelvin sign, which case folding makes letters of contractions.
ENDINGS = (
    "s", "S", "ſ", "t", "T", "re", "RE", "rE", "Re", "ve", "VE", "vE", "m", "M", "ll", "LL", "lL", "Ll", "d", "D",
    "l", "r",
    "v", "e", "\u212a", "k", "ß", "ﬆ", "ﬅ", "ſt", "st", "İ", "ı", "x", "re s", "s's", "", "1", " s", "\ns",
)  # fmt: skip
BLANKS = (
    "\t\n\x0b\x0c\r \x85\u00a0\u1680\u2000\u2001\u2002\u2003"
    "\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f"
    "\u205f\u3000"
)
# Python, C or older standards call these blank; the tokenizers do not.
ALMOST_BLANK = "\x1c\x1d\x1e\x1f\u180e\u200b\u200c\u200d\u2060\ufeff\u2581\u2800\u3164\uffa0\x00\x7f\u00ad"
LINE_ENDS = (
    "\n", "\r", "\r\n", "\n\r", "\n\n", "\r\r", "\r\n\r\n", " \n", "\n ", "\t\n", "\n\t", "\u2028", "\x85", "\u3000\n",
)
DIGITS = "0123456789²³¹¼½①⑩Ⅷⅷↈ٠١٢٣۴۵०१२০১๐๑０１９𝟎𝟙𝟿𐒠𞥐㊿㉈〇〡〩〸ᛮ𐅀𒐀\U00011de0\U0001ccf0\U00016ff4"
LITERALS = (
    "<s>", "</s>", "<unk>", "<0x0A>", "<0x00>", "<0xFF>", "<0x0a>", "<|endoftext|>", "<|im_start|>", "<|im_end|>",
    "<|begin_of_text|>", "<|end_of_text|>", "<|eot_id|>", "<|start_header_id|>", "<|reserved_special_token_0|>",
    "<|finetune_right_pad_id|>", "[INST]", "[/INST]", "<<SYS>>", "<pad>", "[PAD]", "[UNK]", "<mask>",
    "[REFERENCE_DOC_0]",
    "<|extra_0|>", "<|fim_prefix|>", "<think>", "</think>", "<｜begin▁of▁sentence｜>", "<｜User｜>", "<", "<s", "s>",
    "<0x",
    "▁<s>", "Ġ", "Ċ", "Ġthe", "ĊĊ", "ĉ", "##ing", "@@", "</w>",
)  # fmt: skip
# Signs whose NFC is another, or that join or change places with what stands before them.
COMPOSED = (
    "\u212b", "\u2126", "\u212a", "\u0340", "\u0341", "\u0343", "\u0344", "\u0374", "\u037e", "\u0387", "\u1f71",
    "\u1fbe", "\u1fef",
    "\u2000", "\u2001", "\u2329", "\u232a", "\u2adc", "\uf900", "\ufa0e", "\ufa1c", "\ufb1d", "\ufb1f", "\ufb2a",
    "\ufb4e", "\u0958",
    "\u09dc", "\u0a33", "\u0b5c", "\u0f43", "\u0f69", "\u0f73", "\u0f75", "\u0f81", "\U0001d15e", "\U0001d1bb",
    "\U0002f800",
    "\U0002fa1d", "e\u0301", "E\u0323\u0302", "E\u0302\u0323", "a\u0328\u0301", "s\u0307\u0323", "\u1e0b\u0323",
    "o\u0308\u0304",
    "\u0915\u093c", "\u09c7\u09be", "\u0b47\u0b56", "\u0dd9\u0dca\u0dcf", "\u1025\u102e", "\u3046\u3099",
    "\u304b\u3099",
    "\u30cf\u309a", "\u1100\u1161", "\u1100\u1161\u11a8", "\uac00\u11a8", "\uac01\u11a8", "\u1112\u1175\u11c2",
    "\u1100\u1100\u1161",
    "\uac00\u1161", "\u11a8", "\U00011099\U000110ba", "\U00011131\U00011127", "\U00011347\U0001133e",
    "\U000114b9\U000114ba",
    "\U000115b8\U000115af", "\U00011935\U00011930", "\U000105d2\U00000307", "\U00011442", "\U0001133b", "\u1df9",
    "\u08d3",
)  # fmt: skip
MARKS = (
    "\u0300\u0301\u0302\u0303\u0304\u0307\u0308\u030a\u030c\u0313"
    "\u0314\u031b\u0323\u0327\u0328\u0331\u0338\u0342\u0345\u034f\u0358"
    "\u0360\u05b0\u05b4\u05bc\u064b\u0651\u0652\u0670\u093c\u094d\u0e38"
    "\u0e48\u0f71\u0f72\u0f74\u0f80\u1037\u1dc0\u1df5\u1df9"
    "\u20d0\u20d2\u302a\u3099\u309a\ufb1e\ufe20\U000110ba\U0001d165\U0001d16d\U0001e8d0\U0001e944"
)
EMOJI = (
    "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇩🇪", "🇩", "1️⃣", "❤️", "❤", "🧑🏿‍🚀", "👁️‍🗨️",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "©", "™️", "⚕", "\ufe0f", "\u200d", "🫨", "🪿", "\U0001fae9", "♀", "🤦🏻‍♂️",
)  # fmt: skip
# One of every class that the rules of cutting know, for trying every short string of them.
CLASSES = "aS'lt \t\n\r1!²é\u0301\u3000中"
