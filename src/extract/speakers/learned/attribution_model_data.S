# The attribution model as it lies on disk, aligned for use in place; nothing when there is none yet.
    .section .rodata
    .balign 64
    .global corroborate_attributions_begin
    .global corroborate_attributions_end
corroborate_attributions_begin:
#ifdef ATTRIBUTIONS_FILE
    .incbin ATTRIBUTIONS_FILE
#endif
corroborate_attributions_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
